import type { Sentence } from './sentence.ts'

/** English lines with words that were made text. */
export const enEscapes: Sentence[] = [
  ['Watch \\tomorrow', 'Watch tomorrow'],
  ['Watch \\tomorrow 5pm', 'Watch tomorrow 5pm'],
  ['\\#Work is a list', '#Work is a list'],
  ['Say \\@home and \\p1 tomorrow', 'Say @home and p1 | 11-19'],
  ['"today" tomorrow', '"today" | 11-19'],
  ['Buy 5" pipe tomorrow', 'Buy 5" pipe | 11-19'],
  ['Say "hello tomorrow', 'Say "hello | 11-19'],
  ['Sale of the „today“ magazine fri', 'Sale of the „today“ magazine | 11-20'],
]

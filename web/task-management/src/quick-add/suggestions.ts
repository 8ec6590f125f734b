import { fold } from '@doable/domain/fold'

/** The name being typed at the caret: `#Wor`, `@err`, `/Ba`, `+gr`. `start` is where its sign stands. */
export type Wanted = { sign: Sign; words: string; start: number; end: number; inQuotes: boolean }
export type Sign = '#' | '@' | '/' | '+'
/** A name to choose; a new one is made along with the task. */
export type Choice = { name: string; isNew: boolean }

/** A blank and a plus begin the next name. */
const pattern = /(?:^|\s)([#@/+])("?)((?:(?! \+)[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_&.+\- ]){0,60})$/u

/** What name the caret stands behind; nothing elsewhere. A name of several words counts in quotes, or while it begins a known one. */
export function wantedAt(
  text: string,
  caret: number,
  isKnown: (words: string) => boolean,
): Wanted | undefined {
  const found = pattern.exec(text.slice(0, caret))
  if (!found) return undefined
  const [all, sign, quote, words = ''] = found
  if (words.includes(' ') && !quote && !isKnown(words)) return undefined
  const start = caret - all.trimStart().length
  return { sign: sign as Sign, words, start, end: caret, inQuotes: quote === '"' }
}

const most = 6

/** The names that fit what was typed, those that begin with it first. Nothing when it is one of them already. */
export function fitting(names: readonly string[], words: string): string[] {
  const typed = fold(words)
  if (names.some((name) => fold(name) === typed)) return []
  const begins = names.filter((name) => fold(name).startsWith(typed))
  const holds = names.filter((name) => !fold(name).startsWith(typed) && fold(name).includes(typed))
  return [...begins, ...holds].slice(0, most)
}

/** What can be chosen: the names that fit and, where there may be new ones and none is called so, what was typed. */
export function choicesFor(names: readonly string[], { words }: Wanted, mayBeNew: boolean): Choice[] {
  const typed = words.trim()
  const isNew = mayBeNew && typed !== '' && !names.some((name) => fold(name) === fold(typed))
  const known = fitting(names, words).map((name) => ({ name, isNew: false }))
  return isNew ? [...known, { name: typed, isNew }] : known
}

/** The line with the chosen name in place of what was typed, and where the caret then stands. New names of several words need quotes. */
export function fillIn(text: string, { sign, start, end, inQuotes }: Wanted, { name, isNew }: Choice) {
  const rest = inQuotes ? text.slice(end).replace(/^"/, '') : text.slice(end)
  const written = `${sign}${isNew && /\s/.test(name) ? `"${name}"` : name}`
  const filled = `${text.slice(0, start)}${written}${rest.startsWith(' ') ? '' : ' '}${rest}`
  return { text: filled, caret: start + written.length + 1 }
}

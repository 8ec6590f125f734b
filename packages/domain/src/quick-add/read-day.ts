import { readDate } from './due.ts'
import type { When } from './grammar.ts'
import { type Language, languages } from './languages.ts'

/**
 * The day that a text as a whole means: "tomorrow", "27 jan", "+7 days", "3 days ago". Null where it means none, or says more
 * than a day. Days gone by count too, which they do not in a line of quick add. Nothing is read from a clock.
 */
export function readDay(words: string, when: When, language: Language): string | null {
  const text = words.trim()
  const grammar = languages[language]
  for (const dates of [grammar.dates, grammar.bareDates]) {
    const found = readDate({ text, grammar: { ...grammar, dates }, when }, 0, true)
    if (!found || found.end !== text.length) continue
    const { on, time, part, late } = found.moment
    return time === undefined && part === undefined && late === undefined ? on : null
  }
  return null
}

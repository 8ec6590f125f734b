import type { Compiled, Moment, TimePattern, When } from './grammar.ts'
import { blank } from './grammar.ts'
import { matchAt } from './token.ts'

/** A date, a time or both, and where they end in the line. */
export type FoundDue = { end: number; on: string | null; time: string | null; vague: boolean }
export type Words = { text: string; grammar: Compiled; when: When }
/**
 * `telling`: the line begins as a sentence does, so its last word may be a verb. `since`: where the last token ended; the words
 * before it say nothing of those behind it.
 */
export type DueLine = Words & { telling: boolean; since: number }

/** The few words before a place that may turn a date behind them into something else. */
export const wordsBefore = ({ text, since }: DueLine, at: number): string =>
  text.slice(Math.max(since, at - 30), at)
type FoundDate = { end: number; moment: Moment; only?: 'end' | 'connector' | 'lead' }

const inRange = (day: string) => day >= '1900-01-01' && day <= '2200-12-31'

/** A date that begins here; `led` when a word such as "on" came before. */
export function readDate({ text, grammar, when }: Words, at: number, led: boolean): FoundDate | null {
  for (const { like, read, only } of grammar.dates) {
    if (only === 'lead' && !led) continue
    const match = matchAt(like, text, at)
    const read_ = match && read(match.words, when)
    if (!match || !read_) continue
    const moment = typeof read_ === 'string' ? { on: read_ } : read_
    if (inRange(moment.on)) return { end: match.end, moment, ...(only && { only }) }
  }
  return null
}

export function readTime({ text, grammar }: Words, at: number, nearTo: TimePattern['near'][]) {
  for (const { like, read, near } of grammar.times) {
    if (!nearTo.includes(near)) continue
    const match = matchAt(like, text, at)
    const time = match && read(match.words)
    if (match && time) return { end: match.end, time, near }
  }
  return null
}

export const skipBlank = (text: string, at: number) => matchAt(blank, text, at)?.end ?? null

/** A word such as "sat" is a day only where nothing goes on as a sentence would. */
function standsAlone(line: DueLine, at: number, led: boolean, { end, only }: FoundDate): boolean {
  const { text, grammar, telling } = line
  if (only === undefined || (led && only !== 'lead')) return true
  if (matchAt(only === 'end' ? grammar.atEnd : grammar.atConnector, text, end) === null) return false
  if (only === 'lead') return true
  return !telling && !grammar.subjects.test(wordsBefore(line, at))
}

const lateHour = (time: string, late: boolean) => {
  const hour = Number(time.slice(0, 2))
  return late && hour >= 1 && hour < 12 ? `${hour + 12}${time.slice(2)}` : time
}

/** A date with what follows it: "evening", "5pm", "evening at 8". */
export function withTime(line: DueLine, { end, moment }: FoundDate): FoundDue {
  const found = { end, on: moment.on, time: moment.time ?? null, vague: false }
  if (found.time !== null) return found
  const partAt = skipBlank(line.text, end)
  const partMatch = partAt === null ? null : matchAt(line.grammar.parts.like, line.text, partAt)
  const part = (partMatch && line.grammar.parts.read(partMatch.words)) ?? moment.part
  if (part) Object.assign(found, { end: partMatch?.end ?? end, time: part.time, vague: true })
  const timeAt = skipBlank(line.text, found.end)
  const time = timeAt === null ? null : readTime(line, timeAt, [undefined, 'after', 'side'])
  const late = part?.late ?? moment.late ?? false
  if (time) Object.assign(found, { end: time.end, time: lateHour(time.time, late), vague: false })
  return found
}

/** Reads a date with or without a time, or a time alone, that begins at this place; null when none does. */
export function readDue(line: DueLine, at: number): FoundDue | null {
  const { text, grammar } = line
  if (grammar.notAfter.test(wordsBefore(line, at))) return null
  const lead = matchAt(grammar.lead, text, at)
  const ledDate = lead && readDate(line, lead.end, true)
  const date = ledDate ?? readDate(line, at, false)
  if (date) {
    const due = withTime(line, date)
    const timed = date.moment.time === undefined && due.time !== null && date.only !== 'lead'
    if (timed || standsAlone(line, at, ledDate !== null, date)) return due
  }
  return lead ? null : readTimeFirst(line, at)
}

/** "5pm tomorrow", or a time alone. */
function readTimeFirst(line: DueLine, at: number): FoundDue | null {
  const time = readTime(line, at, [undefined, 'side'])
  if (!time) return null
  const dateAt = skipBlank(line.text, time.end)
  const lead = dateAt === null ? null : matchAt(line.grammar.lead, line.text, dateAt)
  const date = dateAt === null ? null : readDate(line, lead?.end ?? dateAt, lead !== null)
  if (date && date.moment.time === undefined && standsAlone(line, at, lead !== null, date))
    return {
      end: date.end,
      on: date.moment.on,
      time: lateHour(time.time, date.moment.late ?? false),
      vague: false,
    }
  return time.near ? null : { end: time.end, on: null, time: time.time, vague: false }
}

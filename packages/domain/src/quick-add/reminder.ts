import { readDate, readTime, withTime } from './due.ts'
import type { Line } from './read.ts'
import { matchAt, type ReminderWords, type Token, token } from './token.ts'

/** What contracts allow: a year. */
const mostMinutes = 525_600
/** The hour of a reminder that names a day only. */
const morning = '09:00'
const evening = '20:00'

function readBefore({ text, grammar }: Line, at: number) {
  for (const { like, read } of grammar.befores) {
    const match = matchAt(like, text, at)
    const before = match && read(match.words)
    if (match && before && before.minutes <= mostMinutes)
      return { end: match.end, value: { kind: 'before', ...before } as const }
  }
  return null
}

/** A day or a time behind `!` is meant as one, so words that are also ordinary ones count without more ado. */
function readMoment(line: Line, at: number): { end: number; value: ReminderWords } | null {
  const lead = matchAt(line.grammar.lead, line.text, at)
  const date = readDate(line, lead?.end ?? at, true) ?? readDate(line, at, true)
  if (date) {
    const { end, on, time } = withTime(line, date)
    if (on === null) return null
    return { end, value: { kind: 'at', on, time: time ?? (date.moment.late ? evening : morning) } }
  }
  const time = readTime(line, at, [undefined, 'after', 'side'])
  return time && { end: time.end, value: { kind: 'at', on: null, time: time.time } }
}

/** Reads a reminder behind the `!` that stands here: "!10 min before", "!9am", "!tomorrow 8:00". */
export function readReminder(line: Line, at: number): Token[] {
  const found = readBefore(line, at + 1) ?? readMoment(line, at + 1)
  return found ? [token('reminder', line.text, at, found.end, found.value)] : []
}

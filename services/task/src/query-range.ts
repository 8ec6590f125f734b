import { addDays } from '@doable/domain/calendar'
import type { Range } from '@doable/domain/query/plan'

import { anyOf } from './query-sql.ts'

type Bind = (value: unknown) => string

/** Tasks have days between 1900 and 2200; what lies beyond is the same to them, and no database knows all of it. */
function stored(day: string): string {
  if (day.startsWith('-') || day < '1800') return '1800-01-01'
  return day.startsWith('+') || day > '2300' ? '2300-01-01' : day
}
const storedDay = (day: string) => stored(day)
const storedInstant = (instant: string) => new Date(stored(instant))

/** No two zones are further apart than this many days (UTC-12 to UTC+14). */
const apart = 2
const moved = (day: string | null, days: number) => (day === null ? null : addDays(stored(day), days))

/** A column that may be null lies in no range, and so in the opposite of every one. */
function ranged(column: string, { from, before }: Range, negated: boolean, bind: Bind, perhapsNull: boolean) {
  const parts: string[] = []
  if (negated && perhapsNull) parts.push(`${column} IS NULL`)
  if (from !== null) parts.push(`${column} ${negated ? '<' : '>='} ${bind(from)}`)
  if (before !== null) parts.push(`${column} ${negated ? '>=' : '<'} ${bind(before)}`)
  return negated ? anyOf(parts) : parts.join(' AND ')
}

export const dayIn = (column: string, range: Range, negated: boolean, bind: Bind): string =>
  ranged(column, range, negated, (day) => bind(storedDay(day as string)), true)

export const instantIn = (column: string, range: Range, negated: boolean, bind: Bind, perhapsNull: boolean) =>
  ranged(column, range, negated, (instant) => bind(storedInstant(instant as string)), perhapsNull)

/**
 * The days on which a due may be stored that is (or, `negated`, is not) in the range where its person is: too many rather
 * than too few. Undefined where that may be any day.
 */
export function dayNear(column: string, range: Range, negated: boolean, bind: Bind): string | undefined {
  const away = negated ? apart : -apart
  const from = moved(range.from, away)
  const before = moved(range.before, -away)
  if (from !== null && before !== null && from >= before) return undefined
  return dayIn(column, { from, before }, negated, bind)
}

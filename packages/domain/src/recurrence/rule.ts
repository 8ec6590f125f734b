import type { Weekday } from '../calendar.ts'

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
/** A weekday; `nth` counts it within the month or year, from the end when negative, and is null for every one of them. */
export type ByDay = { weekday: Weekday; nth: number | null }

/** An `RRULE` (RFC 5545, 3.3.10) as far as it speaks of days. Lists are sorted and hold nothing twice; empty means unsaid. */
export type Rule = {
  freq: Frequency
  interval: number
  byDay: readonly ByDay[]
  /** 1 to 31, or -1 (the last day) to -31. */
  byMonthDay: readonly number[]
  byMonth: readonly number[]
  bySetPos: readonly number[]
  /** How many occurrences there are from the anchor on, the anchor included. */
  count: number | null
  /** The last day on which there may be one. */
  until: string | null
  weekStart: Weekday
}

/** Why a rule is refused; `fault-words.ts` says it in words. */
export type RuleFault =
  | 'malformed'
  | 'too-often'
  | 'unknown-part'
  | 'interval'
  | 'weekday'
  | 'month-day'
  | 'month'
  | 'position'
  | 'count'
  | 'until'
  | 'count-and-until'
  | 'numbered-weekday'
  | 'day-of-week-and-month'
  | 'position-of-nothing'
  | 'never'

export const mostInterval = 999
/** Enough for once a day over almost three years; a longer series ends on a date. */
export const mostCount = 1000

export const everyDay: Rule = {
  freq: 'DAILY',
  interval: 1,
  byDay: [],
  byMonthDay: [],
  byMonth: [],
  bySetPos: [],
  count: null,
  until: null,
  weekStart: 1,
}

/** Monday first, as in `BYDAY`. */
export const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export const workdays: readonly ByDay[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  nth: null,
}))

const dayName = ({ weekday, nth }: ByDay) => `${nth ?? ''}${weekdayNames[weekday - 1]}`

/** The rule as the value of an `RRULE` property, always spelt in the same way. */
export function printRule(rule: Rule): string {
  const parts: [string, string | number | false][] = [
    ['FREQ', rule.freq],
    ['INTERVAL', rule.interval > 1 && rule.interval],
    ['BYMONTH', rule.byMonth.join()],
    ['BYMONTHDAY', rule.byMonthDay.join()],
    ['BYDAY', rule.byDay.map(dayName).join()],
    ['BYSETPOS', rule.bySetPos.join()],
    ['WKST', rule.weekStart !== 1 && (weekdayNames[rule.weekStart - 1] as string)],
    ['COUNT', rule.count ?? false],
    ['UNTIL', rule.until?.replaceAll('-', '') ?? false],
  ]
  return parts
    .filter(([, value]) => value !== false && value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}

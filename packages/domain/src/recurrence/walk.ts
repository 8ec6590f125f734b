import { type Civil, daysInMonth, isLeap, lastNumber, toCivil, toNumber, weekdayOfNumber } from './days.ts'
import type { ByDay, Rule } from './rule.ts'

/** A rule that says all it means: what it leaves to the day it starts on is filled in. */
function explicit(rule: Rule, anchor: number): Rule {
  const { freq, byDay, byMonthDay, byMonth } = rule
  const { month, day } = toCivil(anchor)
  if (freq === 'WEEKLY' && byDay.length === 0)
    return { ...rule, byDay: [{ weekday: weekdayOfNumber(anchor), nth: null }] }
  if (freq === 'DAILY' || freq === 'WEEKLY' || byDay.length + byMonthDay.length > 0) return rule
  const named = { ...rule, byMonthDay: [day] }
  return freq === 'YEARLY' && byMonth.length === 0 ? { ...named, byMonth: [month] } : named
}

const isNth = (nth: number, at: number, length: number) =>
  nth > 0 ? Math.ceil(at / 7) === nth : Math.ceil((length - at + 1) / 7) === -nth

/** Whether a weekday with a number is this day, counted in the month or, where no month is named, in the year. */
function fitsWeekday(
  rule: Rule,
  { weekday, nth }: ByDay,
  number: number,
  { year, month, day }: Civil,
): boolean {
  if (weekday !== weekdayOfNumber(number)) return false
  if (nth === null) return true
  if (rule.freq === 'MONTHLY' || rule.byMonth.length > 0) return isNth(nth, day, daysInMonth(year, month))
  const ofYear = number - toNumber({ year, month: 1, day: 1 }) + 1
  return isNth(nth, ofYear, isLeap(year) ? 366 : 365)
}

function fits(rule: Rule, number: number): boolean {
  const civil = toCivil(number)
  const { byMonth, byMonthDay, byDay } = rule
  if (byMonth.length > 0 && !byMonth.includes(civil.month)) return false
  if (byMonthDay.length > 0) {
    const fromEnd = civil.day - daysInMonth(civil.year, civil.month) - 1
    if (!byMonthDay.includes(civil.day) && !byMonthDay.includes(fromEnd)) return false
  }
  return byDay.length === 0 || byDay.some((each) => fitsWeekday(rule, each, number, civil))
}

type Period = { first: number; length: number }
const monthAt = (index: number): Period => {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return { first: toNumber({ year, month, day: 1 }), length: daysInMonth(year, month) }
}
const weekStartOf = (number: number, rule: Rule) =>
  number - ((weekdayOfNumber(number) - rule.weekStart + 7) % 7)
const monthOf = (number: number) => {
  const { year, month } = toCivil(number)
  return year * 12 + month - 1
}

/** How a frequency cuts time: which period a day is in, and which days a period has. */
const cuts = {
  DAILY: { of: (number: number) => number, at: (index: number): Period => ({ first: index, length: 1 }) },
  WEEKLY: {
    of: (number: number, rule: Rule) => Math.floor((weekStartOf(number, rule) + 6) / 7),
    at: (index: number, rule: Rule): Period => ({ first: weekStartOf(index * 7, rule), length: 7 }),
  },
  MONTHLY: { of: monthOf, at: monthAt },
  YEARLY: {
    of: (number: number) => toCivil(number).year,
    at: (year: number): Period => ({
      first: toNumber({ year, month: 1, day: 1 }),
      length: isLeap(year) ? 366 : 365,
    }),
  },
}

/** The days of a period that the rule names, in order; with `BYSETPOS` those at the places it says. */
function daysOf(rule: Rule, { first, length }: Period): number[] {
  const found: number[] = []
  for (let number = first; number < first + length; number++) if (fits(rule, number)) found.push(number)
  if (rule.bySetPos.length === 0) return found
  const chosen = rule.bySetPos.map((position) => found.at(position > 0 ? position - 1 : position))
  return [...new Set(chosen)].filter((number) => number !== undefined).sort((a, b) => a - b)
}

/** A whole month or year that the rule's months leave out holds nothing. */
function isOut(rule: Rule, period: Period): boolean {
  return (
    rule.freq === 'MONTHLY' && rule.byMonth.length > 0 && !rule.byMonth.includes(toCivil(period.first).month)
  )
}

/**
 * The first day after `after` that the rule names, counted from `anchor`; null when none comes. It is worked out from the
 * period that `after` is in, so that it costs the same however long ago the anchor was. Knows nothing of `COUNT`.
 */
export function firstAfter(given: Rule, anchor: number, after: number): number | null {
  const rule = explicit(given, anchor)
  const cut = cuts[rule.freq]
  const origin = cut.of(anchor, rule)
  const from = Math.max(anchor - 1, after)
  const steps = Math.max(0, Math.floor((cut.of(from, rule) - origin) / rule.interval))
  let index = origin + steps * rule.interval
  for (;;) {
    const period = cut.at(index, rule)
    if (period.first > lastNumber) return null
    index += rule.interval
    if (isOut(rule, period)) continue
    const found = daysOf(rule, period).find((number) => number > from)
    if (found !== undefined) return found <= lastNumber ? found : null
  }
}

const y2000 = toNumber({ year: 2000, month: 1, day: 1 })
/** Whether any day can ever be one of the rule's, whatever day it is counted from. */
export const everComes = (rule: Rule): boolean =>
  firstAfter({ ...rule, interval: 1 }, y2000, y2000 - 1) !== null

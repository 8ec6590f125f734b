import type { RuleWords } from './words.ts'

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const plural = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinal = (n: number) => `${n}${endings[plural.select(n)]}`
const place = (nth: number) => (nth > 0 ? ordinal(nth) : nth === -1 ? 'last' : `${ordinal(-nth)} to last`)

/** English. */
export const en: RuleWords = {
  locale: 'en-GB',
  every: (freq, interval) => (interval === 1 ? `every ${units[freq]}` : `every ${interval} ${units[freq]}s`),
  everyWeekday: (weekdays) => `every ${weekdays}`,
  everyWorkday: 'every weekday',
  onWeekdays: (every, weekdays) => `${every} on ${weekdays}`,
  numberedWeekday: (nth, weekday) => `the ${place(nth)} ${weekday}`,
  numberedWorkday: (nth) => `the ${place(nth)} workday`,
  monthDay: (day) => `the ${place(day)}${day < 0 ? ' day' : ''}`,
  dayOfMonth: (day, month) => (day > 0 ? `${day} ${month}` : `the ${place(day)} day of ${month}`),
  on: (every, what) => `${every} on ${what}`,
  inMonths: (what, months) => `${what} in ${months}`,
  only: (what, positions) => `${what}, only the ${positions} of them`,
  dateIf: (dates, weekdays) => `${dates} if it is a ${weekdays}`,
  position: place,
  afterCompletion: (words) => `${words} after completion`,
  times: (words, count) => (count === 1 ? `${words}, one more time` : `${words}, ${count} times`),
  until: (words, day) => `${words}, until ${day}`,
}

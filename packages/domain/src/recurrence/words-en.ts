import { mostCount, mostInterval } from './rule.ts'
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
  faults: {
    malformed: 'This is no repetition that can be read.',
    'too-often': 'A task repeats once a day at the most.',
    'unknown-part': 'The rule says something that is not supported.',
    interval: `The interval is a whole number from 1 to ${mostInterval}.`,
    weekday: 'A weekday of the rule does not exist.',
    'month-day': 'A day of the month is from 1 to 31, or counted from its end.',
    month: 'A month is from 1 to 12.',
    position: 'The position is a whole number other than 0.',
    count: `A repetition ends after 1 to ${mostCount} times.`,
    until: 'The last day is not a day.',
    'count-and-until': 'A repetition ends after a number of times or on a day, not both.',
    'numbered-weekday':
      'Weekdays are numbered within a month or a year only, and not along with days of the month.',
    'day-of-week-and-month': 'What repeats by the week has no days of the month.',
    'position-of-nothing': 'A position needs days of which it can be the first or the last.',
    never: 'There is no such day in any year.',
  },
}

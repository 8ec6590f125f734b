import {
  addDays,
  addMonths,
  dayOf,
  endOfMonth,
  nowAt,
  startOfWeek,
  type Weekday,
  weekday,
} from '../calendar.ts'
import type { DatePattern, Moment, When } from './grammar.ts'

const unitNames = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type Unit = (typeof unitNames)[number]

/** Finds the unit a word stands for by how it begins; the beginnings are given from minute to year. */
export const unitOf =
  (beginnings: RegExp[]) =>
  (word = ''): Unit =>
    unitNames[beginnings.findIndex((like) => like.test(word))] ?? 'day'

const lengths = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_200, year: 525_600 }
/** Minutes in a unit, where a reminder counts them back: a day has 24 hours. */
export const minutesIn = (unit: Unit): number => lengths[unit]

const pad = (n: number) => String(n).padStart(2, '0')

/** The time `HH:MM` of an hour and minutes; `half` is "am" or "pm" on a twelve-hour clock. Null when there is none. */
export function clock(hour: string | undefined, minute = '00', half?: string): string | null {
  let h = Number(hour)
  if (half !== undefined) {
    if (h < 1 || h > 12) return null
    h = (h % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
  }
  return h > 23 || Number(minute) > 59 ? null : `${pad(h)}:${minute}`
}

/** The day of a month. Without a year it is the next one that exists, today included. */
export function dayOfMonth(day: string | undefined, month: number, year: string | undefined, when: When) {
  const thisYear = Number(when.day.slice(0, 4))
  if (year !== undefined) return dayOf(Number(year) + (year.length === 2 ? 2000 : 0), month, Number(day))
  for (let ahead = 0; ahead <= 8; ahead++) {
    const on = dayOf(thisYear + ahead, month, Number(day))
    if (on !== null && on >= when.day) return on
  }
  return null
}

/** The next such day of any month, today included: "the 5th". */
export function nextDayNumbered(day: string | undefined, when: When): string | null {
  for (let ahead = 0; ahead <= 2; ahead++) {
    const [year, month] = addMonths(`${when.day.slice(0, 8)}01`, ahead)
      .split('-')
      .map(Number) as [number, number]
    const on = dayOf(year, month, Number(day))
    if (on !== null && on >= when.day) return on
  }
  return null
}

const distance = (wanted: Weekday, from: Weekday) => (wanted - from + 7) % 7

/** The coming such weekday; today's own name means a week from now, because today has its own word. */
export const coming = (wanted: Weekday, { day }: When): string =>
  addDays(day, distance(wanted, weekday(day)) || 7)

/** "last friday": the one gone by, a week ago on that very day. */
export const lastGone = (wanted: Weekday, { day }: When): string =>
  addDays(day, -(distance(weekday(day), wanted) || 7))

/** "this friday": today or the coming one. */
export const thisComing = (wanted: Weekday, { day }: When): string =>
  addDays(day, distance(wanted, weekday(day)))

/** "next friday": the one in the week after this one. */
export const ofNextWeek = (wanted: Weekday, when: When): string =>
  addDays(startOfWeek(when.day, when.weekStart), 7 + distance(wanted, when.weekStart))

/** Saturday of this weekend, or today while it lasts; `weeks` later for the ones after it. */
export function weekend({ day }: When, weeks = 0): string {
  if (weeks === 0 && weekday(day) === 7) return day
  return addDays(day, 6 - weekday(day) + 7 * weeks)
}

export const nextPeriod = (unit: 'week' | 'month' | 'year', when: When): string => {
  if (unit === 'week') return addDays(startOfWeek(when.day, when.weekStart), 7)
  if (unit === 'month') return addMonths(`${when.day.slice(0, 8)}01`, 1)
  return `${Number(when.day.slice(0, 4)) + 1}-01-01`
}

export const periodEnd = (unit: 'month' | 'year', next: boolean, when: When): string =>
  unit === 'month'
    ? endOfMonth(next ? addMonths(when.day, 1) : when.day)
    : `${Number(when.day.slice(0, 4)) + (next ? 1 : 0)}-12-31`

/** "in 3 days", "in 2 hours": minutes and hours from this very minute, the others whole days. */
export function ahead(count: number, unit: Unit, when: When): Moment | string {
  if (unit === 'minute' || unit === 'hour') {
    const minutes = count * (unit === 'hour' ? 60 : 1)
    const then = nowAt(Temporal.Instant.from(when.instant).add({ minutes }).toString(), when.zone)
    return { on: then.day, time: then.time }
  }
  if (unit === 'day' || unit === 'week') return addDays(when.day, count * (unit === 'week' ? 7 : 1))
  return addMonths(when.day, count * (unit === 'year' ? 12 : 1))
}

/** Whole minutes from hours (perhaps "1,5") and minutes; null for none or more than 30 days. */
export function duration(hours = '0', minutes = '0'): number | null {
  const total = Math.round(Number(hours.replace(',', '.')) * 60) + Number(minutes)
  return total >= 1 && total <= 43_200 ? total : null
}

/** `2026-12-24` and `2026-12-24T18:30`, in every language. */
export const isoDate: DatePattern = {
  like: '(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)(?:T(?<h>\\d\\d):(?<min>\\d\\d))?',
  read: ({ y, m, d, h, min }) => {
    const on = dayOf(Number(y), Number(m), Number(d))
    if (on === null || h === undefined) return on
    const time = clock(h, min)
    return time === null ? null : { on, time }
  },
}

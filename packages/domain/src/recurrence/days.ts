import type { Weekday } from '../calendar.ts'

/**
 * Days as whole numbers, 0 being 1 January 1970. A series is walked through many days, and a `Temporal.PlainDate` for each
 * costs a hundred times as much.
 */
export type Civil = { year: number; month: number; day: number }

/** Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day is the last. */
export function toNumber({ year, month, day }: Civil): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

export function toCivil(number: number): Civil {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const y = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const m = Math.floor((5 * ofYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const day = ofYear - Math.floor((153 * m + 2) / 5) + 1
  return { year: y + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const parts = (day: string): Civil => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
})
export const numberOf = (day: string): number => toNumber(parts(day))

const pad = (value: number, length: number) => String(value).padStart(length, '0')
export function dayOfNumber(number: number): string {
  const { year, month, day } = toCivil(number)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** 1 January 1970 was a Thursday. */
export const weekdayOfNumber = (number: number): Weekday => (((((number + 3) % 7) + 7) % 7) + 1) as Weekday

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] as number)

/** The first and the last day there may be (`Day` of the contracts). */
export const firstDay = '1900-01-01'
export const lastDay = '2200-12-31'
export const lastNumber = numberOf(lastDay)

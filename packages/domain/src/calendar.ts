/**
 * Calendar days are the strings `YYYY-MM-DD`, so they sort and compare as text and no zone can shift them.
 * Instants are UTC ISO strings with milliseconds. Nothing here reads a clock: whoever asks says what time it is.
 */

/** ISO 8601 day of the week: 1 is Monday, 7 is Sunday. There is no 0, which would be taken for "none". */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A moment as its person sees it. Made by `nowAt`. */
export type Now = {
  /** UTC ISO with milliseconds. */
  instant: string
  /** IANA name. */
  zone: string
  /** The calendar day in `zone`. */
  day: string
  /** The wall-clock time `HH:MM` in `zone`. */
  time: string
}

const plain = (day: string) => Temporal.PlainDate.from(day)
const zoned = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)

/** What day and time it is in a zone at an instant. */
export function nowAt(instant: string, zone: string): Now {
  const wall = zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return { instant, zone, day: wall.slice(0, -6), time: wall.slice(-5) }
}

/** The calendar day in a zone at an instant. */
export const today = (instant: string, zone: string): string => nowAt(instant, zone).day

/**
 * The first instant of the next calendar day: when a page must turn its day. Where midnight does not exist (clocks that
 * spring forward at 00:00) it is the first moment that does; a day a zone skipped altogether is passed over.
 */
export const nextMidnight = (instant: string, zone: string): string =>
  startOfDay(addDays(today(instant, zone), 1), zone)

/** The first instant of a calendar day in a zone, as UTC ISO with milliseconds. */
export const startOfDay = (day: string, zone: string): string =>
  plain(day).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 })

/** Whether the text is a day that exists: `2026-02-29` is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return dayOf(year, month, day) !== null
}

/** The day `YYYY-MM-DD` of its parts (month and day from 1); null where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day > first.daysInMonth ? null : first.with({ day }).toString()
}

export const addDays = (day: string, days: number): string => plain(day).add({ days }).toString()

/** The same day of the month, or the last one of a shorter month: 31 January + 1 month is 28 or 29 February. */
export const addMonths = (day: string, months: number): string => plain(day).add({ months }).toString()

/** Negative when `a` is before `b`, 0 when they are the same day. */
export const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many days after `from` the day `to` is; negative when it is before. */
export const daysBetween = (from: string, to: string): number => plain(from).until(plain(to)).days

export const weekday = (day: string): Weekday => plain(day).dayOfWeek as Weekday

/** The first day of the week that `day` lies in, for weeks that start on `weekStart`. */
export const startOfWeek = (day: string, weekStart: Weekday): string =>
  addDays(day, -((weekday(day) - weekStart + 7) % 7))

/** The first such weekday after `day`; a week on when `day` is one itself. */
export const nextWeekday = (day: string, wanted: Weekday): string =>
  addDays(day, ((wanted - weekday(day) + 6) % 7) + 1)

export const endOfMonth = (day: string): string =>
  plain(day)
    .with({ day: plain(day).daysInMonth })
    .toString()

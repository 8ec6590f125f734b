import { type Now, today } from './calendar.ts'

/**
 * When something is due. Without a time: the whole day. With a time and no zone it is floating, that wall-clock time
 * wherever its person is; with an IANA zone it is fixed, one moment for everybody.
 */
export type Due = { dueOn: string | null; dueTime: string | null; dueTimeZone: string | null }
type Deadline = { deadlineOn?: string | null }

/**
 * The instant a wall-clock time stands for in a zone, as UTC ISO with milliseconds. A time that the clocks jump over moves
 * forward by the length of the gap; one that comes twice is the first of the two (RFC 5545, 3.3.5).
 */
export const instantOf = (day: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })

/** The instant of a timed due for a person in `zone`; null when it has no day or is due all day. */
export function instantOfDue(due: Due, zone: string): string | null {
  if (due.dueOn === null || due.dueTime === null) return null
  return instantOf(due.dueOn, due.dueTime, due.dueTimeZone ?? zone)
}

/**
 * The day and time to show a person in `zone`. Only a fixed due is converted; a floating one and a whole day are the same
 * everywhere.
 */
export function dueIn(due: Due, zone: string): { day: string; time: string | null } | null {
  if (due.dueOn === null) return null
  const instant = due.dueTimeZone === null || due.dueTimeZone === zone ? null : instantOfDue(due, zone)
  if (instant === null) return { day: due.dueOn, time: due.dueTime }
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  const text = wall.toString({ smallestUnit: 'minute' })
  return { day: text.slice(0, -6), time: text.slice(-5) }
}

/** Due on the day that it is now, whether or not its time has passed. */
export const isToday = (due: Due, now: Now): boolean => dueIn(due, now.zone)?.day === now.day

/**
 * Planned for a day before today, or past its deadline. What is due earlier today is not overdue until tomorrow (see
 * `isPast`), so that figures, filters and headings agree all day long.
 */
export function isOverdue(due: Due & Deadline, now: Now): boolean {
  if (due.deadlineOn && due.deadlineOn < now.day) return true
  const seen = dueIn(due, now.zone)
  return seen !== null && seen.day < now.day
}

/** Its moment has gone by: overdue, or due at a time earlier today. */
export function isPast(due: Due & Deadline, now: Now): boolean {
  if (isOverdue(due, now)) return true
  if (due.dueTime === null || !isToday(due, now)) return false
  const instant = instantOfDue(due, now.zone)
  return instant !== null && instant < now.instant
}

/** The day in `zone` on which an instant falls; null for null. Such as the day a task was completed on. */
export const dayOfInstant = (instant: string | null, zone: string): string | null =>
  instant === null ? null : today(instant, zone)

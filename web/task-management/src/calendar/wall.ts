import { addDays, startOfDay } from '@doable/domain/calendar'
import { type Due, dueIn, instantOf } from '@doable/domain/due'

/** Minutes of a calendar day on the wall. */
export const dayLength = 24 * 60
/** What a block in the week is put and stretched by, in minutes. */
export const step = 15
/** How long a block is drawn that says no length, and at least, so that it can be read and grasped. */
export const leastMinutes = 30

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const pad = (value: number) => String(value).padStart(2, '0')
/** `HH:MM` of minutes from midnight, kept within the day. */
export function timeOf(minutes: number): string {
  const kept = Math.min(Math.max(Math.round(minutes), 0), dayLength - 1)
  return `${pad(Math.floor(kept / 60))}:${pad(kept % 60)}`
}
/** The step that minutes lie in; a day's last step is its last. */
export const snapped = (minutes: number): number =>
  Math.min(Math.max(Math.round(minutes / step) * step, 0), dayLength - step)

const wallAt = (instant: string, zone: string) => {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  const text = wall.toString({ smallestUnit: 'minute' })
  return { day: text.slice(0, -6), time: text.slice(-5) }
}

const lengths = new Map<string, number>()
/** How many minutes a day has in a zone: 23 or 25 hours of them where the clocks change. */
export function minutesInDay(day: string, zone: string): number {
  const key = `${day} ${zone}`
  const known = lengths.get(key)
  if (known !== undefined) return known
  if (lengths.size > 2000) lengths.clear()
  const [from, to] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  const length = Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes')
  lengths.set(key, length)
  return length
}

/** The time there is when the clocks show, or jump over, a time: 02:30 becomes 03:30 on the day on which 2 is followed by 3. */
export const realTime = (day: string, time: string, zone: string): { day: string; time: string } =>
  minutesInDay(day, zone) >= dayLength ? { day, time } : wallAt(instantOf(day, time, zone), zone)

/** Where something that is due stands for a person in `zone`; a time that the clocks jump over stands where it moves to. */
export function standing(due: Due, zone: string): { day: string; time: string | null } | null {
  const seen = dueIn(due, zone)
  return seen === null || seen.time === null ? seen : realTime(seen.day, seen.time, zone)
}

/** A day and time of a person in `zone` as a task with that zone of its own says them; no zone is the person's. */
export function wallIn(zone: string, day: string, time: string, own: string | null) {
  const real = realTime(day, time, zone)
  return own === null || own === zone ? real : wallAt(instantOf(real.day, real.time, zone), own)
}

/** The stretch that the clocks jump over on a day, in minutes of the wall; null where they do not. */
export function gapOf(day: string, zone: string): { from: number; to: number } | null {
  const missing = dayLength - minutesInDay(day, zone)
  if (missing <= 0 || missing >= dayLength) return null
  const exists = (minutes: number) => {
    const real = wallAt(instantOf(day, timeOf(minutes), zone), zone)
    return real.day === day && real.time === timeOf(minutes)
  }
  for (let from = 0; from < dayLength; from += step) if (!exists(from)) return { from, to: from + missing }
  return null
}

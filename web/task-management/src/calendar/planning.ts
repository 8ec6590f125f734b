import type { Task, TaskPatch } from '@doable/contracts/task'
import { addDays } from '@doable/domain/calendar'
import { within } from './period.ts'
import { dayLength, leastMinutes, minutesOf, standing, step, timeOf, wallIn } from './wall.ts'

/** A day, and a time of it; null is all day, and left out is the time the task has. */
export type Spot = { day: string; time?: string | null }

/** How far something is moved; minutes count where there is a time. */
export type Shift = { days?: number; minutes?: number }

/** The longest a task may take (`durationMinutes` of the contracts). */
const longest = 43_200

/**
 * What a task becomes when it is put on a day and time of a person in `zone`. A fixed zone stays fixed and its own; a
 * floating time stays floating. Without a day nothing is left of its time either.
 */
export function planned(task: Task, spot: Spot | null, zone: string): TaskPatch {
  if (spot === null) return { dueOn: null, dueTime: null, dueTimeZone: null }
  const day = within(spot.day)
  const time = spot.time === undefined ? (standing(task, zone)?.time ?? null) : spot.time
  if (time === null) return { dueOn: day, dueTime: null, dueTimeZone: null }
  const own = task.dueTime === null ? null : task.dueTimeZone
  const wall = wallIn(zone, day, time, own)
  return { dueOn: wall.day, dueTime: wall.time, dueTimeZone: own }
}

/** The spot so many days and minutes on; over midnight to the next day. Null for a task without a day. */
export function shifted(task: Task, by: Shift, zone: string): Spot | null {
  const at = standing(task, zone)
  if (at === null) return null
  const day = addDays(at.day, by.days ?? 0)
  if (at.time === null || by.minutes === undefined) return { day }
  const minutes = minutesOf(at.time) + by.minutes
  const over = Math.floor(minutes / dayLength)
  return { day: addDays(day, over), time: timeOf(minutes - over * dayLength) }
}

/** How long a task lasts when its lower edge is so many minutes after its start; in whole steps, at least one. */
export const stretched = (minutes: number): number =>
  Math.min(Math.max(Math.round(minutes / step) * step, step), longest)

/** One step longer or shorter than it is drawn; null where it cannot be. */
export function lengthened(task: Task, by: 1 | -1): number | null {
  const now = task.durationMinutes ?? leastMinutes
  const next = stretched(now + by * step)
  return next === now && task.durationMinutes !== null ? null : next
}

/** At least so long as can be read, wherever in the day it is. */
function drawn(start: number, end: number) {
  const last = Math.min(Math.max(end, start + leastMinutes), dayLength)
  return { start: Math.min(start, last - leastMinutes), end: last }
}

/** The parts of a timed task on the days it reaches into, in minutes of each day's wall. */
export function partsOf(
  day: string,
  time: string,
  minutes: number | null,
): { day: string; start: number; end: number }[] {
  const start = minutesOf(time)
  const end = start + (minutes ?? 0)
  const days = Math.max(1, Math.ceil(end / dayLength))
  return Array.from({ length: days }, (_, at) => ({
    day: addDays(day, at),
    ...drawn(at === 0 ? start : 0, Math.min(end - at * dayLength, dayLength)),
  }))
}

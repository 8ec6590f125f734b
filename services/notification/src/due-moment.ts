import { type Due, instantOf, instantOfDue } from '@doable/domain/due'

/** How long before its time a person is told of a task that is due at a time. */
const minutesBefore = 30
/** When, on its day and in the person's zone, a person is told of a task that is due all day. */
const morning = '09:00'

/** The instant at which a person in `zone` is told that a task is due. */
export function dueMoment({ dueOn, dueTime, dueTimeZone }: Due & { dueOn: string }, zone: string): Date {
  const timed = instantOfDue({ dueOn, dueTime, dueTimeZone }, zone)
  return timed
    ? new Date(Date.parse(timed) - minutesBefore * 60_000)
    : new Date(instantOf(dueOn, morning, zone))
}

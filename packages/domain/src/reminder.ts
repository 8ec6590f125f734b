import type { Reminder } from '@doable/contracts/reminder'
import type { Task } from '@doable/contracts/task'
import { addDays } from './calendar.ts'
import { instantOf } from './due.ts'
import { firstDay, lastDay } from './recurrence/days.ts'

/** From when a day without a time counts. */
export const morning = '09:00'

type Timed = Pick<Task, 'startOn' | 'dueOn' | 'dueTime' | 'dueTimeZone' | 'deadlineOn'>

/** What tells two reminders apart, whatever order their fields come in. */
export const reminderKey = (reminder: Reminder): string =>
  reminder.kind === 'before'
    ? `before ${reminder.of} ${reminder.minutes}`
    : `at ${reminder.on} ${reminder.time} ${reminder.timeZone ?? ''}`

/** Each once, in the order in which they come. */
export function distinctReminders(reminders: readonly Reminder[]): Reminder[] {
  const keys = reminders.map(reminderKey)
  return reminders.filter((_, at) => keys.indexOf(keys[at] as string) === at)
}

/** What a reminder counts from. */
function referenceOf(
  task: Timed,
  of: 'start' | 'due' | 'deadline',
): [on: string | null, time: string | null] {
  if (of === 'due') return [task.dueOn, task.dueTime]
  return [of === 'start' ? task.startOn : task.deadlineOn, null]
}

/** Whether it counts from a day that the task does not have (any more): it waits for one. */
export const isWaiting = (task: Timed, reminder: Reminder): boolean =>
  reminder.kind === 'before' && referenceOf(task, reminder.of)[0] === null

/** The instant, as UTC ISO, at which a person in `zone` is reminded; null while the reminder waits. */
export function instantOfReminder(task: Timed, reminder: Reminder, zone: string): string | null {
  if (reminder.kind === 'at') return instantOf(reminder.on, reminder.time, reminder.timeZone ?? zone)
  const [on, time] = referenceOf(task, reminder.of)
  if (on === null) return null
  const from = time === null ? instantOf(on, morning, zone) : instantOf(on, time, task.dueTimeZone ?? zone)
  return new Date(Date.parse(from) - reminder.minutes * 60_000).toISOString()
}

/** A day moved by so many, within the days there may be. */
export function movedDay(day: string, days: number): string {
  const to = addDays(day, days)
  return to > lastDay ? lastDay : to < firstDay ? firstDay : to
}

/** Reminders of the next occurrence: those at a time of their own move along, the others count from days that do. */
export const movedReminders = (reminders: readonly Reminder[], days: number): Reminder[] =>
  distinctReminders(
    reminders.map((each) => (each.kind === 'at' ? { ...each, on: movedDay(each.on, days) } : each)),
  )

import type { NotificationSettings } from '@doable/contracts/notification-settings'
import type { Reminder } from '@doable/contracts/reminder'
import { addDays } from '@doable/domain/calendar'
import { dueIn, instantOf, instantOfDue } from '@doable/domain/due'
import { instantOfReminder, reminderKey } from '@doable/domain/reminder'
import type { Watched } from './watched-task.ts'

/** A moment at which a person is to be told of a task. Kind and key say which of its moments, wherever that falls. */
export type Alarm = { kind: 'reminder' | 'due-soon' | 'overdue'; key: string; at: Date }
export type AlarmSettings = Pick<
  NotificationSettings,
  'dueSoonMinutes' | 'defaultReminderMinutes' | 'allDayAt'
>
type Dated = Omit<Watched, 'taskId' | 'personId' | 'listId' | 'title' | 'priority'>

/**
 * All moments at which a person in `zone` is to be told of a task, past ones too. Which there may be and what they are
 * called follows from the task alone; the zone and the settings move them, and leave out the default reminder.
 */
export function alarmsOf(task: Dated, zone: string, settings: AlarmSettings): Alarm[] {
  if (task.paused) return []
  return [
    ...remindersOf(task, zone),
    ...defaultReminder(task, zone, settings),
    ...dueAlarms(task, zone, settings),
    ...deadlineAlarms(task, zone, settings),
  ]
}

function remindersOf(task: Dated, zone: string): Alarm[] {
  const reminders = task.reminders.flatMap((reminder) => {
    const at = instantOfReminder(task, reminder, zone)
    return at === null ? [] : [alarm('reminder', keyOfReminder(task, reminder), at)]
  })
  const { snoozedUntil } = task
  if (!snoozedUntil) return reminders
  const until = snoozedUntil.toISOString()
  return [...reminders, alarm('reminder', `${snooze}${until}`, until)]
}

/** Of a task with a time and no reminder of its own. */
function defaultReminder(
  task: Dated,
  zone: string,
  { defaultReminderMinutes: minutes }: AlarmSettings,
): Alarm[] {
  const due = instantOfDue(task, zone)
  if (due === null || minutes === null || task.reminders.length > 0) return []
  return [alarm('reminder', `default ${dueKey(task)}`, before(due, minutes))]
}

const before = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) - minutes * 60_000).toISOString()

const snooze = 'snooze '
export const isSnooze = ({ key }: Alarm): boolean => key.startsWith(snooze)

/** What counts from another day than before is told again. */
function keyOfReminder(task: Dated, reminder: Reminder): string {
  if (reminder.kind === 'at') return reminderKey(reminder)
  const days = { start: task.startOn, due: dueKey(task), deadline: task.deadlineOn }
  return `${reminderKey(reminder)} ${days[reminder.of]}`
}

export const dueKey = ({ dueOn, dueTime, dueTimeZone }: Pick<Dated, 'dueOn' | 'dueTime' | 'dueTimeZone'>) =>
  [dueOn, dueTime, dueTimeZone].filter((part) => part).join(' ')

function dueAlarms(task: Dated, zone: string, { dueSoonMinutes, allDayAt }: AlarmSettings): Alarm[] {
  const due = dueIn(task, zone)
  if (!due) return []
  const timed = instantOfDue(task, zone)
  const soon = timed ? before(timed, dueSoonMinutes) : instantOf(due.day, allDayAt, zone)
  return [
    alarm('due-soon', dueKey(task), soon),
    alarm('overdue', dueKey(task), instantOf(addDays(due.day, 1), allDayAt, zone)),
  ]
}

/** A deadline is near the day before. Where it is the due day as well, one of them is enough to be overdue. */
function deadlineAlarms({ deadlineOn, dueOn }: Dated, zone: string, { allDayAt }: AlarmSettings): Alarm[] {
  if (deadlineOn === null) return []
  const on = (days: number) => instantOf(addDays(deadlineOn, days), allDayAt, zone)
  const key = `deadline ${deadlineOn}`
  const soon = alarm('due-soon', key, on(-1))
  return deadlineOn === dueOn ? [soon] : [soon, alarm('overdue', key, on(1))]
}

const alarm = (kind: Alarm['kind'], key: string, at: string): Alarm => ({ kind, key, at: new Date(at) })

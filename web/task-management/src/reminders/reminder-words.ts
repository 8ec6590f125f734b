import type { Reminder } from '@doable/contracts/reminder'
import type { Task } from '@doable/contracts/task'
import type { Now } from '@doable/domain/calendar'
import { nowAt } from '@doable/domain/calendar'
import { describeDay } from '@doable/domain/describe-day'
import { instantOfReminder } from '@doable/domain/reminder'
import { currentReader, time } from '@doable/ui/format'
import { plural, t } from '@lingui/core/macro'
import './words.ts'

const hour = 60
const day = 24 * hour
const week = 7 * day

/** How long before: "10 minutes", "1 hour 30 min", "2 days". */
export function leadWords(minutes: number): string {
  const of = (unit: number) => minutes / unit
  if (minutes % week === 0) return plural(of(week), { one: '# week', other: '# weeks' })
  if (minutes % day === 0) return plural(of(day), { one: '# day', other: '# days' })
  if (minutes % hour === 0) return plural(of(hour), { one: '# hour', other: '# hours' })
  if (minutes < hour) return plural(minutes, { one: '# minute', other: '# minutes' })
  const [hours, rest] = [Math.floor(of(hour)), minutes % hour]
  return t`${hours} h ${rest} min`
}

const momentWords = (on: string, at: string, now: Now) =>
  `${describeDay(on, now.day, currentReader().language)} ${time(at)}`

/** What a reminder is, as it is read in a list of them: "10 minutes before", "Tomorrow 09:00". */
export function reminderWords(reminder: Reminder, now: Now): string {
  if (reminder.kind === 'at') {
    const { on, time: at, timeZone } = reminder
    const words = momentWords(on, at, now)
    return timeZone && timeZone !== now.zone ? `${words}, ${timeZone.replaceAll('_', ' ')}` : words
  }
  const { of, minutes } = reminder
  if (minutes === 0)
    return { due: t`When it is due`, start: t`At the start`, deadline: t`At the deadline` }[of]
  const lead = leadWords(minutes)
  return {
    due: t`${lead} before`,
    start: t`${lead} before the start`,
    deadline: t`${lead} before the deadline`,
  }[of]
}

/** When it tells, where that is not said by itself; what it waits for while it cannot. */
export function whenWords(task: Task, reminder: Reminder, now: Now): string | undefined {
  if (reminder.kind === 'at') return undefined
  const instant = instantOfReminder(task, reminder, now.zone)
  if (instant === null)
    return { due: t`Waits for a due date`, start: t`Waits for a start`, deadline: t`Waits for a deadline` }[
      reminder.of
    ]
  const then = nowAt(instant, now.zone)
  return momentWords(then.day, then.time, now)
}

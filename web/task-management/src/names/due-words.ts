import type { Task } from '@doable/contracts/task'
import type { Now } from '@doable/domain/calendar'
import { describeDay } from '@doable/domain/describe-day'
import { dueIn, isPast } from '@doable/domain/due'
import { currentReader, time } from '@doable/ui/format'

export type DueWords = { words: string; tone: 'late' | 'today' | 'later' }

/** When a task is due as its row says it: "Tomorrow 17:00". `hideDay` leaves out a day that is said already. */
export function dueWords(task: Task, now: Now, hideDay?: string): DueWords | undefined {
  const due = dueIn(task, now.zone)
  if (!due) return undefined
  const tone = isPast({ ...task, deadlineOn: null }, now) ? 'late' : due.day === now.day ? 'today' : 'later'
  const day = due.day === hideDay ? '' : describeDay(due.day, now.day, currentReader().language)
  const words = [day, due.time && time(due.time)].filter(Boolean).join(' ')
  return words ? { words, tone } : undefined
}

/** When a task must be over: "Friday". */
export function deadlineWords(task: Task, now: Now): DueWords | undefined {
  if (task.deadlineOn === null) return undefined
  const tone = task.deadlineOn < now.day ? 'late' : task.deadlineOn === now.day ? 'today' : 'later'
  return { words: describeDay(task.deadlineOn, now.day, currentReader().language), tone }
}

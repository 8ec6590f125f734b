import { addDays, type Now } from './calendar.ts'
import { type Due, dueIn, isOverdue } from './due.ts'

/** How pressing an open task is: `soon` is within the six days after today. */
export const urgencies = ['overdue', 'today', 'soon', 'later', 'none'] as const
export type Urgency = (typeof urgencies)[number]
type Pressing = Due & { deadlineOn?: string | null }

export function urgencyOf(task: Pressing, now: Now): Urgency {
  if (isOverdue(task, now)) return 'overdue'
  const due = dueIn(task, now.zone)
  if (due === null) return 'none'
  if (due.day === now.day) return 'today'
  return due.day < addDays(now.day, 7) ? 'soon' : 'later'
}

/** Tasks by urgency, each group in the order they came in. */
export function groupByUrgency<T extends Pressing>(tasks: Iterable<T>, now: Now): Record<Urgency, T[]> {
  const groups: Record<Urgency, T[]> = { overdue: [], today: [], soon: [], later: [], none: [] }
  for (const task of tasks) groups[urgencyOf(task, now)].push(task)
  return groups
}

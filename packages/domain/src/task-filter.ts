import type { Task } from '@doable/contracts/task'
import type { Now } from './calendar.ts'
import { dayOfInstant, dueIn, isOverdue } from './due.ts'
import type { TaskFilter } from './task-link.ts'

const within = (day: string | null, on?: string, from?: string, to?: string) => {
  if (on === undefined && from === undefined && to === undefined) return true
  if (day === null || (on !== undefined && day !== on)) return false
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

/** Whether a filter shows completed tasks; otherwise it shows open ones. */
export const showsCompleted = (filter: TaskFilter): boolean =>
  Boolean(filter.completed || filter.completedOn || filter.completedFrom || filter.completedTo)

/**
 * Whether a filter shows this task to a person whose day and zone are those of `now`. Trashed tasks never match.
 * `completedAt` says when occurrences of it were completed.
 */
export function matchesFilter(
  task: Task,
  filter: TaskFilter,
  now: Now,
  completedAt: readonly string[] = [],
): boolean {
  if (task.trashedAt !== null) return false
  const done = [...(task.completedAt === null ? [] : [task.completedAt]), ...completedAt]
  if (showsCompleted(filter) ? done.length === 0 : task.completedAt !== null) return false
  if (filter.listId !== undefined && task.listId !== filter.listId) return false
  if (filter.priority !== undefined && task.priority !== filter.priority) return false
  const label = filter.label?.toLowerCase()
  if (label !== undefined && !task.labels.some((each) => each.toLowerCase() === label)) return false
  if (filter.undated && task.dueOn !== null) return false
  if (filter.overdue && !isOverdue(task, now)) return false
  const { dueOn, dueFrom, dueTo, completedOn, completedFrom, completedTo } = filter
  if (!within(dueIn(task, now.zone)?.day ?? null, dueOn, dueFrom, dueTo)) return false
  if (!(completedOn || completedFrom || completedTo)) return true
  return done.some((at) => within(dayOfInstant(at, now.zone), completedOn, completedFrom, completedTo))
}

import type { Task } from '@doable/contracts/task'
import { addDays, type Now } from '@doable/domain/calendar'
import { isRepeating } from '@doable/domain/occurrence'
import { occurrencesWithin } from '@doable/domain/recurrence/within'
import type { Group } from '../lines/group.ts'
import { standing } from './wall.ts'

/** A task where it stands in a calendar, or a coming occurrence of one. */
export type Entry = {
  key: string
  task: Task
  /** Empty for what has no date. */
  day: string
  /** `HH:MM` on the wall of its person; null is all day. */
  time: string | null
  /** An occurrence that is still to come: to look at, not to move. */
  preview: boolean
}

/** Every task of a page once, subtasks among them, in the order of the page. */
export function tasksOfPage(
  groups: readonly Group[],
  subtasks: ReadonlyMap<string, readonly Task[]> | undefined,
): Task[] {
  const all = new Map<string, Task>()
  for (const { tasks } of groups) for (const task of tasks) all.set(task.id, task)
  for (const tasks of subtasks?.values() ?? []) for (const task of tasks) all.set(task.id, task)
  return [...all.values()]
}

const known = new WeakMap<Task, { zone: string; entry: Entry | null }>()
/** The same object for as long as the task is the same, so that its line is not drawn again. */
function entryOf(task: Task, zone: string): Entry | null {
  const had = known.get(task)
  if (had?.zone === zone) return had.entry
  const at = standing(task, zone)
  const entry = at && { key: task.id, task, ...at, preview: false }
  known.set(task, { zone, entry })
  return entry
}

/** The occurrences to come of a task between two days. What was missed does not come again, so none lies before today. */
function previewsOf(task: Task, from: string, to: string, now: Now): Entry[] {
  if (!isRepeating(task)) return []
  const first = from > now.day ? from : now.day
  // A fixed time may stand on the day before or after where its person is.
  return occurrencesWithin(task, addDays(first, -1), addDays(to, 1)).flatMap((on) => {
    const at = standing({ ...task, dueOn: on }, now.zone)
    if (!at || at.day < first || at.day > to) return []
    return [{ key: `${task.id} ${on}`, task, ...at, preview: true }]
  })
}

const last = (entry: Entry) => (entry.task.completedAt === null ? 0 : 1)
const byTime = (a: Entry, b: Entry) =>
  last(a) - last(b) || ((a.time ?? '') < (b.time ?? '') ? -1 : (a.time ?? '') > (b.time ?? '') ? 1 : 0)

/**
 * What stands on each of the days from `from` to `to`: all day first, then by time, what is done last, otherwise as the page
 * is sorted.
 */
export function entriesByDay(
  tasks: readonly Task[],
  { from, to }: { from: string; to: string },
  now: Now,
): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  const add = (entry: Entry) => {
    if (found.get(entry.day)?.push(entry) === undefined) found.set(entry.day, [entry])
  }
  for (const task of tasks) {
    if (task.dueOn === null) continue
    const entry = entryOf(task, now.zone)
    if (entry && entry.day >= from && entry.day <= to) add(entry)
    if (task.repeatRule !== null) for (const preview of previewsOf(task, from, to, now)) add(preview)
  }
  for (const entries of found.values()) entries.sort(byTime)
  return found
}

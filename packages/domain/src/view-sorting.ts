import type { Task } from '@doable/contracts/task'
import type { TaskSort } from '@doable/contracts/task-query'
import type { ViewSort } from '@doable/contracts/view'
import type { Now } from './calendar.ts'
import { dueIn } from './due.ts'
import { compareKeys } from './ordering.ts'
import { comparator } from './sorting.ts'

/** What ids are called, for sorts that go by names. */
export type Names = { list(id: string): string; person(id: string): string }
export type Order = { sort: ViewSort; descending: boolean }
type Compare = (a: Task, b: Task) => number
type Value = string | number | null
type Reading = { now: Now; locale: string; names: Names }

/** What a task has that is not among the orders of the API; null comes last in either direction. */
const readings: Record<Exclude<ViewSort, TaskSort>, (task: Task, names: Names) => Value> = {
  start: (task) => task.startOn,
  deadline: (task) => task.deadlineOn,
  duration: (task) => task.durationMinutes,
  labels: (task) => task.labels.join(', ') || null,
  list: (task, names) => names.list(task.listId),
  assignee: (task, names) => (task.assigneeId === null ? null : names.person(task.assigneeId)),
  completed: (task) => task.completedAt,
  updated: (task) => task.updatedAt,
}

/** Of these the newest come first, unless they are turned round. */
const newestFirst: readonly ViewSort[] = ['created', 'updated', 'completed']

/** Whether values grow from top to bottom, as `aria-sort` has it. */
export const isAscending = ({ sort, descending }: Order): boolean => newestFirst.includes(sort) === descending

const isTaskSort = (sort: ViewSort): sort is TaskSort => !(sort in readings)

function byValue(order: Order & { sort: Exclude<ViewSort, TaskSort> }, { locale, names }: Reading): Compare {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const read = readings[order.sort]
  const sign = isAscending(order) ? 1 : -1
  return (one, other) => {
    const [a, b] = [read(one, names), read(other, names)]
    if (a === b) return compareKeys(one, other)
    if (a === null || b === null) return a === null ? 1 : -1
    const more = typeof a === 'string' && typeof b === 'string' ? compare(a, b) : Number(a) - Number(b)
    return more * sign || compareKeys(one, other)
  }
}

/** A due day that is missing comes last, whichever way round the others are. */
function latestFirst(compare: Compare, zone: string): Compare {
  return (a, b) => {
    const [first, second] = [dueIn(a, zone) === null, dueIn(b, zone) === null]
    return first === second ? -compare(a, b) : first ? 1 : -1
  }
}

/** Compares two tasks as a page is sorted. Equals keep the person's own order; no two different tasks are equal. */
export function viewComparator(order: Order, reading: Reading): Compare {
  const { sort, descending } = order
  if (!isTaskSort(sort)) return byValue({ ...order, sort }, reading)
  const compare = comparator(sort, reading.now, reading.locale)
  if (!descending) return compare
  return sort === 'date' ? latestFirst(compare, reading.now.zone) : (a, b) => -compare(a, b)
}

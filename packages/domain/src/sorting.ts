import type { Task } from '@doable/contracts/task'
import type { TaskSort } from '@doable/contracts/task-query'
import type { Now } from './calendar.ts'
import { dueIn } from './due.ts'
import { compareKeys } from './ordering.ts'

export type Sortable = Pick<
  Task,
  'id' | 'position' | 'title' | 'priority' | 'dueOn' | 'dueTime' | 'dueTimeZone' | 'createdAt'
>

/** What the smart order does, in one sentence for its person; the key under which the web translates it. */
export const smartOrderExplained =
  'Overdue and today first, most urgent on top; then the coming days, one after the other; then what has no date.'

const last = '~'

/** Late or today: by priority, day, time. Later: by day, priority, time. No day: by priority. */
function smartRank(task: Sortable, now: Now): string {
  const due = dueIn(task, now.zone)
  if (due === null) return `2${task.priority}`
  const time = due.time ?? last
  return due.day <= now.day ? `0${task.priority}${due.day}${time}` : `1${due.day}${task.priority}${time}`
}

/** Within a day what has a time comes first, in order of time; what is due all day follows. */
function dateRank(task: Sortable, now: Now): string {
  const due = dueIn(task, now.zone)
  return due === null ? last : `${due.day}${due.time ?? last}`
}

function rank(task: Sortable, sort: Exclude<TaskSort, 'order' | 'title'>, now: Now): string {
  if (sort === 'smart') return smartRank(task, now)
  if (sort === 'priority') return `${task.priority}${dateRank(task, now)}`
  if (sort === 'date') return `${dateRank(task, now)}${last}${task.priority}`
  return task.createdAt
}

/**
 * Compares two tasks, for `Array.sort`; use it for one sorting, since it remembers the tasks it has seen. `smart` is the
 * order of contracts' `TaskSort`; `priority` goes on by date, `date` by priority, `created` has the newest first, `title`
 * follows the alphabet and the numbers of `locale`, `order` is the person's own, which also decides between equals. No two
 * different tasks are equal: the id comes last.
 */
export function comparator(sort: TaskSort, now: Now, locale = 'en'): (a: Sortable, b: Sortable) => number {
  if (sort === 'order') return compareKeys
  if (sort === 'title') {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    return (a, b) => compare(a.title, b.title) || compareKeys(a, b)
  }
  const direction = sort === 'created' ? -1 : 1
  const ranks = new Map<Sortable, string>()
  const rankOf = (task: Sortable) => {
    const known = ranks.get(task)
    if (known !== undefined) return known
    const made = rank(task, sort, now)
    ranks.set(task, made)
    return made
  }
  return (a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)]
    if (first !== second) return first < second ? -direction : direction
    return compareKeys(a, b)
  }
}

/** The tasks in order, in a new array. */
export const sortTasks = <T extends Sortable>(
  tasks: readonly T[],
  sort: TaskSort,
  now: Now,
  locale?: string,
): T[] => [...tasks].sort(comparator(sort, now, locale))

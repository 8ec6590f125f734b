import type { Task } from '@doable/contracts/task'
import type { Now } from '@doable/domain/calendar'
import { dueIn, isOverdue, isToday } from '@doable/domain/due'
import { compareKeys } from '@doable/domain/ordering'
import { sortTasks } from '@doable/domain/sorting'
import { type Children, childrenOf } from '@doable/domain/tree'
import { isShown, isTemplate } from './list-states.ts'
import { memo } from './memo.ts'
import type { View } from './view.ts'

/**
 * What pages show of a view. Each answers the very same array or object until something it is made of changes, so it may be
 * called while rendering: `useView((view) => openTasksOfList(view, listId))`. Tasks of a list that is in the trash or the
 * archive are left out, and one in a removed section counts as in none.
 */
type Tasks = readonly Task[]
/** Instants, the latest first; none at the end. */
export const newestFirst = (a: string | null, b: string | null) =>
  a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1

const withoutSection = new WeakMap<Task, Task>()
/** The same copy every time, so that a row is not drawn again for it. */
function unsectioned(task: Task): Task {
  const known = withoutSection.get(task) ?? { ...task, sectionId: null }
  withoutSection.set(task, known)
  return known
}

const kept = memo<Tasks>()
/** Every task outside the trash, those of templates too. */
const keptTasks = ({ tasks, lists, sections }: View): Tasks =>
  kept([tasks, lists, sections], '', () => {
    const visible = new Set(
      [...lists.values()].filter((list) => isShown(list) || isTemplate(list)).map(({ id }) => id),
    )
    const inSection = (id: string) => sections.get(id)?.trashedAt === null
    return [...tasks.values()]
      .filter((task) => task.trashedAt === null && visible.has(task.listId))
      .map((task) => (task.sectionId === null || inSection(task.sectionId) ? task : unsectioned(task)))
  })

const shown = memo<Tasks>()
/** Every task outside the trash, open and completed, in no particular order. What is in a template stands only there. */
export const shownTasks = (view: View): Tasks => {
  const all = keptTasks(view)
  return shown([all, view.lists], '', () => {
    const templates = new Set([...view.lists.values()].filter(isTemplate).map(({ id }) => id))
    return templates.size === 0 ? all : all.filter(({ listId }) => !templates.has(listId))
  })
}

const shownIds = memo<ReadonlyMap<string, Task>>()
/** A task as pages show it, unlike `view.tasks.get(id)`: undefined in the trash, and without a removed section. */
export const shownTask = (view: View, id: string): Task | undefined => {
  const all = shownTasks(view)
  return shownIds([all], '', () => new Map(all.map((task) => [task.id, task]))).get(id)
}

const open = memo<Tasks>()
export const openTasks = (view: View): Tasks => {
  const all = shownTasks(view)
  return open([all], '', () => all.filter((task) => task.completedAt === null))
}

const byList = memo<ReadonlyMap<string, Tasks>>()
const ofList = memo<Tasks>()
const none: Tasks = []
/** Of a template too. In the person's own order: siblings follow each other, whatever their section or parent. */
export const openTasksOfList = (view: View, listId: string): Tasks => {
  const all = keptTasks(view)
  const isOpen = (task: Task) => task.completedAt === null
  const groups = byList([all], '', () => Map.groupBy(all.filter(isOpen), (task) => task.listId))
  return ofList([all], listId, () => groups.get(listId)?.toSorted(compareKeys) ?? none)
}

const pressing = memo<Tasks>()
/** Late and due today, in no particular order. */
export const dueTasks = (view: View, now: Now): Tasks => {
  const all = openTasks(view)
  const isDue = (task: Task) => isToday(task, now) || isOverdue(task, now)
  return pressing([all], now.day + now.zone, () => all.filter(isDue))
}

const ofToday = memo<Tasks>()
/** Late and due today, in the smart order. */
export const todayTasks = (view: View, now: Now): Tasks => {
  const due = dueTasks(view, now)
  return ofToday([due], now.day + now.zone, () => sortTasks(due, 'smart', now))
}

const later = memo<Tasks>()
/** Due after today, by day and time. */
export const upcomingTasks = (view: View, now: Now): Tasks => {
  const all = openTasks(view)
  const coming = (task: Task) => (dueIn(task, now.zone)?.day ?? '') > now.day
  return later([all], now.day + now.zone, () => sortTasks(all.filter(coming), 'date', now))
}

/** Open tasks with that label, whatever its spelling in capitals. */
const labelled = memo<Tasks>()
export const openTasksByLabel = (view: View, name: string): Tasks => {
  const all = openTasks(view)
  const word = name.toLowerCase()
  const has = (task: Task) => task.labels.some((label) => label.toLowerCase() === word)
  return labelled([all], word, () => all.filter(has))
}

const finished = memo<Tasks>()
/** Completed last first. */
export const completedTasks = (view: View): Tasks => {
  const all = shownTasks(view)
  return finished([all], '', () =>
    all
      .filter((task) => task.completedAt !== null)
      .sort((a, b) => newestFirst(a.completedAt, b.completedAt) || compareKeys(a, b)),
  )
}

const binned = memo<Tasks>()
/** Trashed last first; what went along with its parent is left out, as it comes back along with it. */
export const trashedTasks = ({ tasks }: View): Tasks =>
  binned([tasks], '', () =>
    [...tasks.values()]
      .filter(
        ({ trashedAt, parentId }) => trashedAt !== null && tasks.get(parentId ?? '')?.trashedAt !== trashedAt,
      )
      .sort((a, b) => newestFirst(a.trashedAt, b.trashedAt) || compareKeys(a, b)),
  )

const tree = memo<Children<Task>>()
const empty: Tasks = []
/** The shown subtasks right below a task, completed ones too, in the person's order. */
export const subtasksOf = (view: View, id: string): Tasks => {
  const all = keptTasks(view)
  return tree([all], '', () => childrenOf(all.toSorted(compareKeys))).get(id) ?? empty
}

import type { Completion } from '@doable/contracts/completion'
import type { Label } from '@doable/contracts/label'
import type { List, Section } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import type { Now, Weekday } from '@doable/domain/calendar'
import { dueIn, isOverdue, isToday } from '@doable/domain/due'
import type { Overview } from '@doable/domain/figures'
import { compareKeys } from '@doable/domain/ordering'
import { overview } from '@doable/domain/overview'
import { type Haystack, haystack, search as searchIn } from '@doable/domain/search'
import { sortTasks } from '@doable/domain/sorting'
import { matchesFilter } from '@doable/domain/task-filter'
import type { TaskFilter } from '@doable/domain/task-link'
import { type Children, childrenOf } from '@doable/domain/tree'
import { memo } from './memo.ts'
import type { View } from './view.ts'

/**
 * What pages show of a view. Each answers the very same array or object until something it is made of changes, so it may be
 * called while rendering: `useView((view) => openTasksOfList(view, listId))`. Tasks of a list that is in the trash or the
 * archive are left out, and one in a removed section counts as in none.
 */
type Tasks = readonly Task[]
const newestFirst = (a: string | null, b: string | null) => (a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1)

const withoutSection = new WeakMap<Task, Task>()
/** The same copy every time, so that a row is not drawn again for it. */
function unsectioned(task: Task): Task {
  const known = withoutSection.get(task) ?? { ...task, sectionId: null }
  withoutSection.set(task, known)
  return known
}

const isShown = (list: List | undefined) => list?.trashedAt === null && list.archivedAt === null

const shown = memo<Tasks>()
/** Every task outside the trash, open and completed, in no particular order. */
export const shownTasks = ({ tasks, lists, sections }: View): Tasks =>
  shown([tasks, lists, sections], '', () => {
    const visible = new Set([...lists.values()].filter(isShown).map(({ id }) => id))
    const inSection = (id: string) => sections.get(id)?.trashedAt === null
    return [...tasks.values()]
      .filter((task) => task.trashedAt === null && visible.has(task.listId))
      .map((task) => (task.sectionId === null || inSection(task.sectionId) ? task : unsectioned(task)))
  })

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

const ofList = memo<ReadonlyMap<string, Tasks>>()
const none: Tasks = []
/** In the person's own order: siblings follow each other, whatever their section or parent. */
export const openTasksOfList = (view: View, listId: string): Tasks => {
  const all = openTasks(view)
  const groups = ofList([all], '', () => Map.groupBy(all.toSorted(compareKeys), (task) => task.listId))
  return groups.get(listId) ?? none
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

const occurrences = memo<readonly Completion[]>()
/** Completed occurrences of repeating tasks in sight, skipped ones left out. */
export const shownCompletions = (view: View): readonly Completion[] => {
  const all = shownTasks(view)
  const { completions } = view
  return occurrences([all, completions], '', () => {
    if (completions.size === 0) return noCompletions
    const ids = new Set(all.map(({ id }) => id))
    return [...completions.values()].filter(
      ({ taskId, skipped, undoneAt }) => !skipped && undoneAt === null && ids.has(taskId),
    )
  })
}
const noCompletions: readonly Completion[] = []

const doneAt = memo<ReadonlyMap<string, string[]>>()
/** When occurrences were completed, by task. */
const doneByTask = (view: View) => {
  const all = shownCompletions(view)
  return doneAt([all], '', () => {
    const found = new Map<string, string[]>()
    for (const { taskId, completedAt } of all) found.set(taskId, [...(found.get(taskId) ?? []), completedAt])
    return found
  })
}

const ofTask = memo<readonly Completion[]>()
/** What became of the occurrences of one task, skipped ones too, the latest first. */
export const completionsOfTask = ({ completions }: View, id: string): readonly Completion[] =>
  ofTask([completions], id, () =>
    [...completions.values()]
      .filter(({ taskId, undoneAt }) => taskId === id && undoneAt === null)
      .sort((a, b) => (a.occurrenceOn < b.occurrenceOn ? 1 : -1)),
  )

const filtered = memo<Tasks>()
/** What an address with a filter shows (`domain/task-link`), in no particular order. */
export const matchingTasks = (view: View, filter: TaskFilter, now: Now): Tasks => {
  const all = shownTasks(view)
  const done = doneByTask(view)
  const key = JSON.stringify([filter, now.day, now.zone])
  return filtered([all, done], key, () =>
    all.filter((task) => matchesFilter(task, filter, now, done.get(task.id))),
  )
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

const haystacks = new WeakMap<Task, Haystack<Task>>()
function hayOf(task: Task): Haystack<Task> {
  const known = haystacks.get(task) ?? { ...haystack(task), id: task }
  haystacks.set(task, known)
  return known
}
const recent = memo<Tasks>()
const newest = (all: Tasks): Tasks =>
  recent([all], '', () => all.toSorted((a, b) => newestFirst(a.createdAt, b.createdAt) || compareKeys(a, b)))
const finding = memo<Tasks>()
/**
 * Tasks with all the words in title or notes, the best places first and the newest first among equals; open ones unless
 * completed ones are wanted too.
 */
export const searchTasks = (view: View, words: string, { completed = false } = {}): Tasks => {
  const all = completed ? shownTasks(view) : openTasks(view)
  return finding([all], words, () => searchIn(newest(all).map(hayOf), words))
}

const tree = memo<Children<Task>>()
const empty: Tasks = []
/** The shown subtasks right below a task, completed ones too, in the person's order. */
export const subtasksOf = (view: View, id: string): Tasks => {
  const all = shownTasks(view)
  return tree([all], '', () => childrenOf(all.toSorted(compareKeys))).get(id) ?? empty
}

const inOrder = memo<readonly List[]>()
/** Lists that are in use: the Inbox, then the others in the person's order. */
export const activeLists = ({ lists }: View): readonly List[] =>
  inOrder([lists], '', () =>
    [...lists.values()]
      .filter(isShown)
      .sort((a, b) => Number(b.isInbox) - Number(a.isInbox) || compareKeys(a, b)),
  )

const archive = memo<readonly List[]>()
export const archivedLists = ({ lists }: View): readonly List[] =>
  archive([lists], '', () =>
    [...lists.values()]
      .filter((list) => list.trashedAt === null && list.archivedAt !== null)
      .sort(compareKeys),
  )

const listBin = memo<readonly List[]>()
export const trashedLists = ({ lists }: View): readonly List[] =>
  listBin([lists], '', () =>
    [...lists.values()]
      .filter((list) => list.trashedAt !== null)
      .sort((a, b) => newestFirst(a.trashedAt, b.trashedAt) || compareKeys(a, b)),
  )

const headings = memo<readonly Section[]>()
export const sectionsOfList = ({ sections }: View, listId: string): readonly Section[] =>
  headings([sections], listId, () =>
    [...sections.values()]
      .filter((section) => section.listId === listId && section.trashedAt === null)
      .sort(compareKeys),
  )

const words = memo<readonly Label[]>()
export const activeLabels = ({ labels }: View): readonly Label[] =>
  words([labels], '', () =>
    [...labels.values()].filter(({ trashedAt }) => trashedAt === null).sort(compareKeys),
  )

/** `today` is due today or late, as the page Today has it. `byLabel` is keyed by the word in lower case. */
export type Counts = {
  open: number
  today: number
  overdue: number
  inbox: number
  byList: ReadonlyMap<string, number>
  byLabel: ReadonlyMap<string, number>
}
const counting = memo<Counts>()
/** Open tasks, for the figures of the navigation. */
export const counts = (view: View, now: Now): Counts => {
  const all = openTasks(view)
  const { lists } = view
  return counting([all, lists], now.day + now.zone, () => {
    const byList = countBy(all.map((task) => task.listId))
    const byLabel = countBy(
      all.flatMap((task) => [...new Set(task.labels.map((label) => label.toLowerCase()))]),
    )
    const inbox = [...lists.values()].find(({ isInbox, role }) => isInbox && role === 'owner')
    return {
      open: all.length,
      today: dueTasks(view, now).length,
      overdue: all.filter((task) => isOverdue(task, now)).length,
      inbox: byList.get(inbox?.id ?? '') ?? 0,
      byList,
      byLabel,
    }
  })
}
function countBy(keys: string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

const figures = memo<Overview>()
/** The dashboard's figures. */
export const overviewOf = (view: View, now: Now, weekStart: Weekday): Overview => {
  const all = shownTasks(view)
  const done = shownCompletions(view)
  const [lists, labels] = [activeLists(view), activeLabels(view)]
  const key = `${now.day} ${now.zone} ${weekStart}`
  return figures([all, done, lists, labels], key, () =>
    overview(all, lists, labels, { now, weekStart }, done),
  )
}

import type { Task } from '@doable/contracts/task'

/**
 * What one act on a task means for the tasks around it. The server and the browser both ask here, so that what a person
 * sees at once is what the server will say. `subtree` is the task's descendants, `ancestors` its parents up to the root.
 */
export type Change = { id: string; changes: Partial<Task> }
/** Ids of the people of a list; undefined where that is not known. */
export type People = ReadonlySet<string> | undefined
/** The tasks that an act is to reach, and no others; undefined for what it reaches by itself. */
export type Only = readonly string[] | undefined

function within(only: Only): (task: Task) => boolean {
  const named = only && new Set(only)
  return ({ id }) => named === undefined || named.has(id)
}

/** Completing a task completes what is still open below it, with the same instant, by which a reopening finds it again. */
export function complete(task: Task, subtree: Task[], at: string, by: string, only?: Only): Change[] {
  if (task.completedAt !== null && !only) return []
  const changes = { completedAt: at, completedBy: by }
  return [task, ...subtree]
    .filter((each) => each.completedAt === null)
    .filter(within(only))
    .map(({ id }) => ({ id, changes }))
}

/** Reopening brings back what was completed along with the task, and every completed parent: open work stays in sight. */
export function reopen(task: Task, subtree: Task[], ancestors: Task[], only?: Only): Change[] {
  if (task.completedAt === null && !only) return []
  const along = only ? subtree : subtree.filter((each) => each.completedAt === task.completedAt)
  const changes = { completedAt: null, completedBy: null }
  return [task, ...along, ...ancestors]
    .filter((each) => each.completedAt !== null)
    .filter(within(only))
    .map(({ id }) => ({ id, changes }))
}

/**
 * A trashed task takes what is below it along, with the same instant. It goes back below `parent`, from which restoring it
 * alone had taken it, where that is still in the same place.
 */
export function trash(task: Task, subtree: Task[], at: string, parent?: Place): Change[] {
  if (task.trashedAt !== null) return []
  const parentId = parent && fits(task, subtree, parent) ? { parentId: parent.id } : {}
  return [task, ...subtree]
    .filter((each) => each.trashedAt === null)
    .map(({ id }) => ({ id, changes: { trashedAt: at, ...(id === task.id && parentId) } }))
}

type Place = Pick<Task, 'id' | 'listId' | 'sectionId'>
const fits = (task: Task, subtree: Task[], { id, listId, sectionId }: Place): boolean =>
  task.listId === listId && task.sectionId === sectionId && ![task, ...subtree].some((each) => each.id === id)

/** Restores what was trashed along with the task; under a parent that is still in the trash it moves to the top. */
export function restore(task: Task, subtree: Task[], ancestors: Task[], only?: Only): Change[] {
  if (task.trashedAt === null && !only) return []
  const along = only ? subtree : subtree.filter((each) => each.trashedAt === task.trashedAt)
  const orphaned = ancestors.some((each) => each.trashedAt !== null)
  return [task, ...along]
    .filter((each) => each.trashedAt !== null)
    .filter(within(only))
    .map(({ id }) => ({
      id,
      changes: { trashedAt: null, ...(id === task.id && orphaned && { parentId: null }) },
    }))
}

/**
 * Settles a change of one task: a due date that goes takes its time along; a task that moves to another list leaves its
 * section and its parent unless it says where it goes, and whoever is not in that list is no longer assigned; what is below
 * it goes with it. `people` are those of the list in which it will be.
 */
export function update(task: Task, subtree: Task[], patch: Partial<Task>, people?: People): Change[] {
  const changes = { ...patch }
  const dueOn = changes.dueOn === undefined ? task.dueOn : changes.dueOn
  if (dueOn === null && (task.dueTime !== null || changes.dueTime !== undefined)) changes.dueTime = null
  const dueTime = changes.dueTime === undefined ? task.dueTime : changes.dueTime
  const zoned = task.dueTimeZone !== null || changes.dueTimeZone !== undefined
  if (dueTime === null && zoned) changes.dueTimeZone = null
  settleSeries(task, changes)
  const toList = changes.listId ?? task.listId
  if (toList !== task.listId) {
    changes.sectionId ??= null
    changes.parentId ??= null
  }
  settleAssignee(task, changes, people)
  const toSection = changes.sectionId === undefined ? task.sectionId : changes.sectionId
  const moves = toList !== task.listId || toSection !== task.sectionId
  const place = { listId: toList, sectionId: toSection }
  const along = moves
    ? subtree.map((each) => ({
        id: each.id,
        changes: { ...place, ...(!mayBe(each.assigneeId, people) && { assigneeId: null }) },
      }))
    : []
  return [{ id: task.id, changes }, ...along]
}

/** Only who is in a list can be assigned in it. */
const mayBe = (assigneeId: string | null, people: People): boolean =>
  assigneeId === null || people === undefined || people.has(assigneeId)

/** Assigning somebody from elsewhere changes nothing; who is not where the task goes is assigned no longer. */
function settleAssignee(task: Task, changes: Partial<Task>, people: People): void {
  if (mayBe(changes.assigneeId === undefined ? task.assigneeId : changes.assigneeId, people)) return
  delete changes.assigneeId
  if (!mayBe(task.assigneeId, people)) changes.assigneeId = null
}

/** Nobody is assigned who has left: what that means for the tasks of the list they were in. */
export const leave = (tasks: Iterable<Task>, personId: string): Change[] =>
  [...tasks]
    .filter(({ assigneeId }) => assigneeId === personId)
    .map(({ id }) => ({ id, changes: { assigneeId: null } }))

/**
 * A repetition goes with its day. A new rule counts from the day the task is due; another day without a new rule moves this
 * occurrence only.
 */
function settleSeries(task: Task, changes: Partial<Task>): void {
  if (changes.skippedOn) changes.skippedOn = [...new Set(changes.skippedOn)].sort()
  const after = { ...task, ...changes }
  const isNew = changes.repeatRule !== undefined && changes.occurrenceOn === undefined
  const series =
    after.repeatRule !== null && after.dueOn !== null
      ? {
          repeatMode: after.repeatMode ?? 'schedule',
          occurrenceOn: isNew ? after.dueOn : (after.occurrenceOn ?? after.dueOn),
        }
      : {
          repeatRule: null,
          repeatMode: null,
          occurrenceOn: null,
          ...(after.skippedOn.length > 0 && { skippedOn: [] }),
        }
  for (const [name, value] of Object.entries(series))
    if (after[name as keyof Task] !== value) Object.assign(changes, { [name]: value })
}

import type { Task } from '@doable/contracts/task'

/**
 * What one act on a task means for the tasks around it. The server and the browser both ask here, so that what a person
 * sees at once is what the server will say. `subtree` is the task's descendants, `ancestors` its parents up to the root.
 */
export type Change = { id: string; changes: Partial<Task> }
/** Ids of the people of a list; undefined where that is not known. */
export type People = ReadonlySet<string> | undefined

/** Completing a task completes what is still open below it, with the same instant, by which a reopening finds it again. */
export function complete(task: Task, subtree: Task[], at: string, by: string): Change[] {
  if (task.completedAt !== null) return []
  const changes = { completedAt: at, completedBy: by }
  return [task, ...subtree].filter((each) => each.completedAt === null).map(({ id }) => ({ id, changes }))
}

/** Reopening brings back what was completed along with the task, and every completed parent: open work stays in sight. */
export function reopen(task: Task, subtree: Task[], ancestors: Task[]): Change[] {
  if (task.completedAt === null) return []
  const along = subtree.filter((each) => each.completedAt === task.completedAt)
  const above = ancestors.filter((each) => each.completedAt !== null)
  const changes = { completedAt: null, completedBy: null }
  return [task, ...along, ...above].map(({ id }) => ({ id, changes }))
}

/** A trashed task takes what is below it along, with the same instant. */
export function trash(task: Task, subtree: Task[], at: string): Change[] {
  if (task.trashedAt !== null) return []
  return [task, ...subtree]
    .filter((each) => each.trashedAt === null)
    .map(({ id }) => ({ id, changes: { trashedAt: at } }))
}

/** Restores what was trashed along with the task; under a parent that is still in the trash it moves to the top. */
export function restore(task: Task, subtree: Task[], ancestors: Task[]): Change[] {
  if (task.trashedAt === null) return []
  const along = subtree.filter((each) => each.trashedAt === task.trashedAt)
  const orphaned = ancestors.some((each) => each.trashedAt !== null)
  const own = { trashedAt: null, ...(orphaned && { parentId: null }) }
  return [{ id: task.id, changes: own }, ...along.map(({ id }) => ({ id, changes: { trashedAt: null } }))]
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

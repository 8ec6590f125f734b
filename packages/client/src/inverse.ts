import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { reopen, restore, trash, update } from '@doable/domain/cascade'
import type { Draft } from './draft.ts'
import { kindOf } from './kinds.ts'
import { statesOf } from './list-states.ts'
import { peopleOf } from './members.ts'
import { byName } from './naming.ts'
import { type Counting, mirrored, type Turning, unturned } from './turn-inverse.ts'

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** An operation that has not been given its id and time yet. */
export type Act = Without<Operation, 'id' | 'at'>

const pick = (row: object, keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key as keyof typeof row]]))

/** What takes an act back, judged by how things are before it. Erasing for good has nothing that takes it back. */
export function inverse(draft: Draft, act: Act): Act[] {
  const { subjectId } = act
  const [noun, verb] = act.type.split('.') as [string, string]
  switch (verb) {
    case 'create':
      return [{ type: `${noun}.trash`, subjectId } as Act]
    case 'restore':
    case 'trash':
      if (noun === 'task') return formerPlaces(draft, act as Binning)
      return [{ type: `${noun}.${verb === 'trash' ? 'restore' : 'trash'}`, subjectId } as Act]
    case 'complete':
    case 'skip':
      return unturned(draft, act as Turning)
    case 'uncomplete':
    case 'recomplete':
      return mirrored(draft, act as Counting)
    case 'reopen':
      return closedAgain(draft, act as Extract<Act, { type: 'task.reopen' }>)
    case 'update':
      return formerly(draft, act as Extract<Act, { type: `${string}.update` }>)
    default:
      return []
  }
}

type Binning = Extract<Act, { type: 'task.trash' | 'task.restore' }>

/** What went into the trash together comes out by name; what was taken from below its parent goes back there. */
function formerPlaces(draft: Draft, act: Binning): Act[] {
  const { subjectId } = act
  const task = draft.get('tasks', subjectId)
  if (!task) return []
  const subtree = draft.subtree(subjectId)
  if (act.type === 'task.trash') return byName('task.restore', subjectId, trash(task, subtree, ''))
  const restored = restore(task, subtree, draft.ancestors(task), act.only)
  const ids = new Set(restored.map(({ id }) => id))
  return [task, ...subtree]
    .filter(({ id, parentId }) => ids.has(id) && !ids.has(parentId ?? ''))
    .map(({ id, parentId }): Act => {
      const isMoved = restored.some((each) => each.id === id && each.changes.parentId === null)
      return { type: 'task.trash', subjectId: id, ...(isMoved && parentId !== null && { parentId }) }
    })
}

/** The topmost of what was reopened has all the others below it. */
function closedAgain(draft: Draft, { subjectId, only }: Extract<Act, { type: 'task.reopen' }>): Act[] {
  const task = draft.get('tasks', subjectId)
  if (!task) return []
  const ancestors = draft.ancestors(task)
  const opened = reopen(task, draft.subtree(subjectId), ancestors, only)
  const ids = new Set(opened.map(({ id }) => id))
  const top = ancestors.findLast(({ id }) => ids.has(id))?.id ?? subjectId
  return byName('task.complete', top, opened)
}

function formerly(draft: Draft, act: Extract<Act, { type: `${string}.update` }>): Act[] {
  const { type, subjectId, fields } = act
  const kind = kindOf[type.split('.')[0] as 'task']
  const row = draft.get(kind, subjectId)
  if (!row) return []
  if (type === 'task.update') return formerTasks(draft, row as Task, fields)
  const list = draft.get('lists', subjectId)
  const seen = list ? { ...row, ...statesOf(list) } : row
  return [{ type, subjectId, fields: pick(seen, Object.keys(fields)) } as Act]
}

/** A subtask comes back with the task it went with, but for whom it was assigned to where it was. */
function formerTasks(draft: Draft, task: Task, fields: Partial<Task>): Act[] {
  const people = peopleOf(draft.get('lists', fields.listId ?? task.listId))
  const subtree = draft.subtree(task.id)
  const [own, ...along] = update(task, subtree, fields, people)
  const unassigned = new Set(along.filter(({ changes }) => changes.assigneeId === null).map(({ id }) => id))
  const names = new Set(Object.keys(own?.changes ?? {}))
  // A rule that comes without it counts from the day the task is then due.
  if (names.has('repeatRule')) names.add('occurrenceOn')
  return [
    { type: 'task.update', subjectId: task.id, fields: pick(task, [...names]) },
    ...subtree
      .filter(({ id }) => unassigned.has(id))
      .map(({ id, assigneeId }): Act => ({ type: 'task.update', subjectId: id, fields: { assigneeId } })),
  ]
}

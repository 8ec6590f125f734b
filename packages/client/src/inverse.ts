import type { Completion } from '@doable/contracts/completion'
import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { reopen, update } from '@doable/domain/cascade'
import { completionId, finish } from '@doable/domain/occurrence'
import type { Draft } from './draft.ts'
import { kindOf } from './kinds.ts'
import { peopleOf } from './members.ts'

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
    case 'restore':
      return [{ type: `${noun}.trash`, subjectId } as Act]
    case 'trash':
      return [{ type: `${noun}.restore`, subjectId } as Act]
    case 'complete':
    case 'skip':
      return unturned(draft, act as Turning)
    case 'uncomplete':
      return turnedAgain(draft, act as Extract<Act, { type: 'task.uncomplete' }>)
    case 'reopen':
      return [{ type: 'task.complete', subjectId: topReopened(draft, subjectId) }]
    case 'update':
      return formerly(draft, act as Extract<Act, { type: `${string}.update` }>)
    default:
      return []
  }
}

/** Reopening opens the parents too; completing the topmost of them completes all again. */
function topReopened(draft: Draft, id: string): string {
  const task = draft.get('tasks', id)
  return (task && reopen(task, [], draft.ancestors(task)).at(-1)?.id) ?? id
}

function formerly(draft: Draft, act: Extract<Act, { type: `${string}.update` }>): Act[] {
  const { type, subjectId, fields } = act
  const kind = kindOf[type.split('.')[0] as 'task']
  const row = draft.get(kind, subjectId)
  if (!row) return []
  if (type === 'task.update') return formerTasks(draft, row as Task, fields)
  const seen = 'archivedAt' in row ? { ...row, archived: row.archivedAt !== null } : row
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

type Turning = Extract<Act, { type: 'task.complete' | 'task.skip' }>

/** What went on to its next occurrence goes back; what was completed for good is opened. */
function unturned(draft: Draft, { type, subjectId, occurrenceOn, doneOn }: Turning): Act[] {
  const task = draft.get('tasks', subjectId)
  const doing = { at: '', by: '', doneOn: doneOn ?? '', skipped: type === 'task.skip' }
  const goesOn = task && doneOn && finish(task, [], doing, occurrenceOn).completions.length > 0
  if (goesOn && task.occurrenceOn)
    return [{ type: 'task.uncomplete', subjectId, occurrenceOn: task.occurrenceOn }]
  return type === 'task.skip' ? [] : [{ type: 'task.reopen', subjectId }]
}

function turnedAgain(
  draft: Draft,
  { subjectId, occurrenceOn }: { subjectId: string; occurrenceOn: string },
): Act[] {
  const made: Completion | undefined = draft.get('completions', completionId(subjectId, occurrenceOn))
  if (!made) return []
  const { skipped, doneOn } = made
  return [{ type: skipped ? 'task.skip' : 'task.complete', subjectId, occurrenceOn, doneOn }]
}

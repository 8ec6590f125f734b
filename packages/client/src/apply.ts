import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { type Change, reopen, restore, trash, update } from '@doable/domain/cascade'
import { finish } from '@doable/domain/occurrence'
import { countAgain, ofOccurrence, takeBack, takenBack } from '@doable/domain/occurrence-record'
import { merged } from '@doable/domain/view-settings'
import type { Draft } from './draft.ts'
import { type Kind, kindOf, type Noun } from './kinds.ts'
import { peopleOf } from './members.ts'
import { type Making, newRow } from './newborn.ts'
import { onlyReads } from './rights.ts'

type Of<T extends string> = Extract<Operation, { type: T }>
/** Shows what an operation will do. One whose subject is not there (any more) does nothing. */
export function apply(draft: Draft, operation: Operation, personId: string): void {
  const { subjectId } = operation
  const [noun, verb] = operation.type.split('.') as [Noun, string]
  if (verb === 'create')
    draft.set(kindOf[noun], subjectId, newRow(operation as Making, personId, draft) as never)
  else if (isOfTask(operation)) applyToTask(draft, operation, personId)
  else if (operation.type === 'list.update') updateList(draft, operation)
  else if (operation.type === 'view.set') setView(draft, operation)
  else if (operation.type === 'label.update') updateLabel(draft, operation)
  else if (operation.type === 'comment.update')
    merge(draft, 'comments', subjectId, { ...operation.fields, editedAt: operation.at })
  else if ('fields' in operation) merge(draft, kindOf[noun], subjectId, operation.fields)
  else bin(draft, kindOf[noun], subjectId, verb === 'trash' ? operation.at : null)
}

const isOfTask = (operation: Operation): operation is Of<`task.${string}`> =>
  operation.type.startsWith('task.')

/** Into the trash or out of it. What is so already stays so, and is nothing to undo. */
function bin(draft: Draft, kind: Kind, id: string, trashedAt: string | null): void {
  const row = draft.get(kind, id)
  const isThere = row !== undefined && 'trashedAt' in row && row.trashedAt !== null
  if (isThere !== (trashedAt !== null)) merge(draft, kind, id, { trashedAt })
}

function merge(draft: Draft, kind: Kind, id: string, changes: object): void {
  const row = draft.get(kind, id)
  if (row) draft.set(kind, id, { ...row, ...changes } as never)
}

function updateList(draft: Draft, { subjectId, at, fields }: Of<'list.update'>): void {
  const { archived, template, ...rest } = fields
  merge(draft, 'lists', subjectId, {
    ...rest,
    ...(archived !== undefined && { archivedAt: archived ? at : null }),
    ...(template !== undefined && { templateAt: template ? at : null }),
  })
}

/** Settings of a page are made by the first one that is chosen. */
function setView(draft: Draft, { subjectId, at, fields }: Of<'view.set'>): void {
  const known = draft.get('views', subjectId)
  const row = known ?? { id: subjectId, settings: {}, createdAt: at, updatedAt: at, version: 0 }
  draft.set('views', subjectId, { ...row, settings: merged(row.settings, fields) })
}

/** A label's word lives on the tasks, so a new name goes to every task that the person may change. */
function updateLabel(draft: Draft, { subjectId, fields }: Of<'label.update'>): void {
  const former = draft.get('labels', subjectId)?.name
  merge(draft, 'labels', subjectId, fields)
  const { name } = fields
  if (former === undefined || name === undefined || former === name) return
  const word = former.toLowerCase()
  const fixed = (task: Task) => {
    const list = draft.get('lists', task.listId)
    return list !== undefined && onlyReads(list)
  }
  const renamed = [...draft.all('tasks')].filter(
    (task) => task.labels.some((label) => label.toLowerCase() === word) && !fixed(task),
  )
  for (const task of renamed) {
    const labels = task.labels.map((label) => (label.toLowerCase() === word ? name : label))
    draft.set('tasks', task.id, { ...task, labels: distinct(labels) })
  }
}

/** A task that has the new word already just loses the old one. */
const distinct = (labels: string[]): string[] =>
  [...new Map(labels.toReversed().map((label) => [label.toLowerCase(), label])).values()].toReversed()

function applyToTask(draft: Draft, operation: Of<`task.${string}`>, personId: string): void {
  const task = draft.get('tasks', operation.subjectId)
  if (!task) return
  const subtree = draft.subtree(task.id)
  if (operation.type === 'task.purge') {
    purge(draft, [task, ...subtree])
    return
  }
  for (const { id, changes } of changesOf(draft, operation, task, subtree, personId)) {
    const before = draft.get('tasks', id)
    if (before) draft.set('tasks', id, { ...before, ...changes, updatedAt: operation.at })
  }
}

function changesOf(
  draft: Draft,
  operation: Of<`task.${string}`>,
  task: Task,
  subtree: Task[],
  personId: string,
): Change[] {
  switch (operation.type) {
    case 'task.update':
      return updated(draft, operation, task, subtree)
    case 'task.complete':
    case 'task.skip':
      return turn(draft, operation, task, subtree, personId)
    case 'task.uncomplete':
      return turnBack(draft, operation, task, subtree)
    case 'task.recomplete':
      return turnAgain(draft, operation, task, subtree)
    case 'task.reopen':
      return reopen(task, subtree, draft.ancestors(task), operation.only)
    case 'task.trash':
      return trash(task, subtree, operation.at, draft.get('tasks', operation.parentId ?? ''))
    case 'task.restore':
      return restore(task, subtree, draft.ancestors(task), operation.only)
    default:
      return []
  }
}

function updated(draft: Draft, { fields }: Of<'task.update'>, task: Task, subtree: Task[]): Change[] {
  const people = peopleOf(draft.get('lists', fields.listId ?? task.listId))
  return update(task, subtree, withoutCircle(fields, task, subtree), people)
}

/** Two people may each put one task under the other; the server refuses the later one, and here it is not shown. */
function withoutCircle(fields: Partial<Task>, task: Task, subtree: Task[]): Partial<Task> {
  const circle = fields.parentId === task.id || subtree.some(({ id }) => id === fields.parentId)
  return circle ? { ...fields, parentId: task.parentId } : fields
}

/** Completes or skips: a repeating task goes on, and leaves records of what it was. */
function turn(
  draft: Draft,
  operation: Of<'task.complete' | 'task.skip'>,
  task: Task,
  subtree: Task[],
  by: string,
): Change[] {
  const { type, at, doneOn } = operation
  const doing = { at, by, doneOn: doneOn ?? at.slice(0, 10), skipped: type === 'task.skip' }
  const { changes, completions } = finish(task, subtree, doing, operation)
  for (const each of completions) draft.set('completions', each.id, { ...each, version: 0 })
  return changes
}

function turnBack(
  draft: Draft,
  { subjectId, occurrenceOn, at }: Of<'task.uncomplete'>,
  task: Task,
  subtree: Task[],
): Change[] {
  const completions = ofOccurrence(draft.all('completions'), subjectId, occurrenceOn)
  for (const each of completions) draft.set('completions', each.id, { ...each, undoneAt: at })
  return takeBack(task, [task, ...subtree], completions)
}

function turnAgain(
  draft: Draft,
  { subjectId, occurrenceOn }: Of<'task.recomplete'>,
  task: Task,
  subtree: Task[],
): Change[] {
  const completions = takenBack(draft.all('completions'), subjectId, occurrenceOn)
  for (const each of completions) draft.set('completions', each.id, { ...each, undoneAt: null })
  return countAgain(task, [task, ...subtree], completions)
}

function purge(draft: Draft, tasks: Task[]): void {
  const ids = new Set(tasks.map(({ id }) => id))
  for (const kind of ['completions', 'comments'] as const)
    for (const each of [...draft.all(kind)]) if (ids.has(each.taskId)) draft.set(kind, each.id, undefined)
  for (const id of ids) draft.set('tasks', id, undefined)
}

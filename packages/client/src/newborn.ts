import type { List } from '@doable/contracts/list'
import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { update } from '@doable/domain/cascade'
import { keyBetween } from '@doable/domain/ordering'
import type { Kind, RowOf } from './kinds.ts'

export type Making<T extends string = `${string}.create`> = Extract<Operation, { type: T }>
const noPosition = keyBetween(null, null)

/** What the server will make of an operation that creates something, as far as can be known here. Version 0: not seen yet. */
export function newRow(operation: Making, personId: string): RowOf[Kind] {
  switch (operation.type) {
    case 'task.create':
      return newTask(operation, personId)
    case 'list.create':
      return newList(operation, personId)
    default:
      return { position: noPosition, ...operation.fields, ...begun(operation) }
  }
}

const begun = ({ subjectId, at }: Making) =>
  ({ id: subjectId, trashedAt: null, createdAt: at, updatedAt: at, version: 0 }) as const

function newTask(operation: Making<'task.create'>, personId: string): Task {
  const task: Task = {
    listId: personId,
    sectionId: null,
    parentId: null,
    notes: '',
    labels: [],
    priority: 4,
    startOn: null,
    dueOn: null,
    dueTime: null,
    dueTimeZone: null,
    deadlineOn: null,
    durationMinutes: null,
    repeatRule: null,
    repeatMode: null,
    occurrenceOn: null,
    skippedOn: [],
    position: noPosition,
    ...operation.fields,
    ...begun(operation),
    completedAt: null,
    completedBy: null,
    createdBy: personId,
  }
  return { ...task, ...update(task, [], {})[0]?.changes }
}

function newList(operation: Making<'list.create'>, personId: string): List {
  return {
    position: noPosition,
    ...operation.fields,
    ...begun(operation),
    isInbox: false,
    ownerId: personId,
    role: 'owner',
    memberCount: 1,
    archivedAt: null,
  }
}

/** The Inbox has its person's id, so it is there before the first answer of a server, and is made once however often. */
export function inbox(personId: string, at: string): List {
  const fields = { name: 'Inbox', color: 'gray', position: noPosition } as const
  const made = newList({ id: personId, at, type: 'list.create', subjectId: personId, fields }, personId)
  return { ...made, isInbox: true }
}

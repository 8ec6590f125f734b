import type { Comment } from '@doable/contracts/comment'
import type { List } from '@doable/contracts/list'
import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { update } from '@doable/domain/cascade'
import { keyBetween } from '@doable/domain/ordering'
import type { Draft } from './draft.ts'
import type { Kind, RowOf } from './kinds.ts'
import { peopleOf } from './members.ts'

export type Making<T extends string = `${string}.create`> = Extract<Operation, { type: T }>
type Known = Pick<Draft, 'get'>
const noPosition = keyBetween(null, null)

/** What the server will make of an operation that creates something, as far as can be known here. Version 0: not seen yet. */
export function newRow(operation: Making, personId: string, known: Known): RowOf[Kind] {
  switch (operation.type) {
    case 'task.create':
      return newTask(operation, personId, known)
    case 'list.create':
      return newList(operation, personId, nameOf(personId, known))
    case 'comment.create':
      return newComment(operation, personId, known)
    default:
      return { position: noPosition, ...operation.fields, ...begun(operation) }
  }
}

const begun = ({ subjectId, at }: Making) =>
  ({ id: subjectId, trashedAt: null, createdAt: at, updatedAt: at, version: 0 }) as const

function newTask(operation: Making<'task.create'>, personId: string, known: Known): Task {
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
    assigneeId: null,
    reminders: [],
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
  const people = peopleOf(known.get('lists', task.listId))
  return { ...task, ...update(task, [], {}, people)[0]?.changes }
}

function newComment(
  { subjectId: id, at, fields }: Making<'comment.create'>,
  authorId: string,
  known: Known,
): Comment {
  const listId = known.get('tasks', fields.taskId)?.listId ?? authorId
  return { ...fields, id, listId, authorId, createdAt: at, editedAt: null, trashedAt: null, version: 0 }
}

/** A person's own name stands in their Inbox, which has their id. */
const nameOf = (personId: string, known: Known): string =>
  known.get('lists', personId)?.members.find(({ id }) => id === personId)?.name ?? ''

function newList(operation: Making<'list.create'>, personId: string, name: string): List {
  const { template = false, ...fields } = operation.fields
  return {
    position: noPosition,
    ...fields,
    ...begun(operation),
    isInbox: false,
    ownerId: personId,
    role: 'owner',
    memberCount: 1,
    members: [{ id: personId, name, role: 'owner' }],
    archivedAt: null,
    templateAt: template ? operation.at : null,
  }
}

/** The Inbox has its person's id, so it is there before the first answer of a server, and is made once however often. */
export function inbox(personId: string, at: string): List {
  const fields = { name: 'Inbox', color: 'gray', position: noPosition } as const
  const made = newList({ id: personId, at, type: 'list.create', subjectId: personId, fields }, personId, '')
  return { ...made, isInbox: true }
}

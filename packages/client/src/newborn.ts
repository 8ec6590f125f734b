import type { Label } from '@doable/contracts/label'
import type { List, Section } from '@doable/contracts/list'
import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { update } from '@doable/domain/cascade'
import { keyBetween } from '@doable/domain/ordering'

type Making<T extends Operation['type']> = Extract<Operation, { type: T }>
const noPosition = keyBetween(null, null)

/** What the server will make of an operation that creates something, as far as can be known here. Version 0: not seen yet. */
export function newTask({ subjectId, at, fields }: Making<'task.create'>, personId: string): Task {
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
    ...fields,
    id: subjectId,
    completedAt: null,
    completedBy: null,
    trashedAt: null,
    createdBy: personId,
    createdAt: at,
    updatedAt: at,
    version: 0,
  }
  return { ...task, ...update(task, [], {})[0]?.changes }
}

export function newList({ subjectId, at, fields }: Making<'list.create'>, personId: string): List {
  return {
    position: noPosition,
    ...fields,
    id: subjectId,
    isInbox: false,
    ownerId: personId,
    role: 'owner',
    memberCount: 1,
    archivedAt: null,
    trashedAt: null,
    createdAt: at,
    updatedAt: at,
    version: 0,
  }
}

/** The Inbox has its person's id, so it is there before the first answer of a server, and is made once however often. */
export function inbox(personId: string, at: string): List {
  const fields = { name: 'Inbox', color: 'gray', position: noPosition } as const
  const made = newList({ id: personId, at, type: 'list.create', subjectId: personId, fields }, personId)
  return { ...made, isInbox: true }
}

export const newSection = ({ subjectId, at, fields }: Making<'section.create'>): Section => ({
  position: noPosition,
  ...fields,
  id: subjectId,
  trashedAt: null,
  createdAt: at,
  updatedAt: at,
  version: 0,
})

export const newLabel = ({ subjectId, at, fields }: Making<'label.create'>): Label => ({
  position: noPosition,
  ...fields,
  id: subjectId,
  trashedAt: null,
  createdAt: at,
  updatedAt: at,
  version: 0,
})

import type { Task } from '@doable/contracts/task'
import type { TaskEvents, ToldTask } from '@doable/contracts/task-event'
import type { NewEvent } from '@doable/service-kit/event-log'
import type { Act } from './act.ts'
import { isOpen, type Scope } from './scope.ts'

type TaskFact = Extract<keyof TaskEvents, `task.${string}`>

/** Tells, once the transaction holds, what became of tasks of a list. */
export async function announceTasks(
  act: Act,
  type: TaskFact,
  scope: Scope,
  tasks: { task: Task; before?: Partial<Task> }[],
  more: Pick<TaskEvents['task.recurred'], 'skipped'> | object = {},
): Promise<void> {
  const { listId, ownerId, audience } = scope
  const open = isOpen(scope)
  const events = tasks.map(
    ({ task, before }): NewEvent => ({
      type,
      scopeId: listId,
      subjectId: task.id,
      actorId: act.personId,
      audience,
      data: { task: told(type, task, before), ownerId, open, ...(before && { before }), ...more },
    }),
  )
  await act.platform.events.append(act.tx, ...events)
}

/** Completing a task with thousands below it would else write all their notes down again. */
function told(type: TaskFact, task: Task, before?: Partial<Task>): ToldTask {
  if (type === 'task.created' || before?.notes !== undefined) return task
  const { notes: _notes, ...rest } = task
  return rest
}

/** Tells that something of a list changed that is not a task; `audience` where it concerns not all its members. */
export async function announceList(act: Act, scope: Scope, audience = scope.audience): Promise<void> {
  const { listId, name } = scope
  const about = { scopeId: listId, subjectId: listId, actorId: act.personId, audience }
  const data: TaskEvents['list.changed'] = { listId, name, open: isOpen(scope) }
  await act.platform.events.append(act.tx, { type: 'list.changed', ...about, data })
}

export async function announceMember(
  act: Act,
  type: 'list.shared' | 'list.left',
  { listId, name, audience }: Scope,
  personId: string,
): Promise<void> {
  const about = { scopeId: listId, subjectId: listId, actorId: act.personId }
  const data: TaskEvents[typeof type] = { listId, name, personId }
  await act.platform.events.append(act.tx, {
    type,
    ...about,
    audience: [...new Set([...audience, personId])],
    data,
  })
}

/** Tells a person's own devices that something of theirs changed: their labels. */
export async function announceOwn({ platform, tx, personId }: Act): Promise<void> {
  const about = { scopeId: personId, subjectId: personId, actorId: personId, audience: [personId] }
  await platform.events.append(tx, { type: 'own.changed', ...about, data: {} })
}

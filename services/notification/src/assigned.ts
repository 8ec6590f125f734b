import type { TaskEvents } from '@doable/contracts/task-event'
import type { DomainEvent } from '@doable/service-kit/event-log'
import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { taskFact } from './task-fact.ts'
import { tell } from './tell.ts'

/** Tells whom another has just assigned an open task to. */
export async function tellAssigned(
  platform: Platform,
  transaction: Transaction,
  event: DomainEvent,
): Promise<void> {
  const { task, actorId, audience, at: moment } = taskFact(event)
  const personId = task.assigneeId
  const isNews = event.type === 'task.created' || 'assigneeId' in beforeOf(event)
  if (!isNews || !personId || personId === actorId || !audience.includes(personId)) return
  if (task.completedAt || task.trashedAt) return
  const { id: taskId, listId, title } = task
  await tell(platform, transaction, { personId, kind: 'assigned', taskId, listId, title, actorId, moment })
}

const beforeOf = ({ data }: DomainEvent) => (data as TaskEvents['task.changed']).before ?? {}

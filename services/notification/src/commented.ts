import type { TaskEvents } from '@doable/contracts/task-event'
import type { DomainEvent } from '@doable/service-kit/event-log'
import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { tell } from './tell.ts'

/**
 * Tells whom a comment mentions and, when it is new, those who follow the task, are to do it or spoke about it before. Each is
 * told one of both, and of a comment only once, however often it is written anew.
 */
export async function tellCommented(
  platform: Platform,
  transaction: Transaction,
  { data, type, actorId, audience }: DomainEvent,
): Promise<void> {
  const { comment, title, mentioned, ...task } = data as TaskEvents['comment.created']
  if (comment.trashedAt) return
  const { taskId, listId, id: moment } = comment
  const may = (id: string | null): id is string => id !== null && id !== actorId && audience.includes(id)
  const others = [task.createdBy, task.ownerId, task.assigneeId, ...task.commenters]
  const heard = type === 'comment.created' ? new Set(others.filter(may)) : new Set<string>()
  const named = new Set(mentioned.filter(may))
  const about = { taskId, listId, title, actorId, moment }
  for (const personId of named) await tell(platform, transaction, { ...about, personId, kind: 'mentioned' })
  for (const personId of heard.difference(named))
    await tell(platform, transaction, { ...about, personId, kind: 'commented' })
}

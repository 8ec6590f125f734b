import type { Platform } from '@doable/service-kit/service'
import { Op, type Transaction } from 'sequelize'
import { Notification } from './notification.ts'
import { followersOf, type TaskFact, toldOf } from './task-fact.ts'
import { tell } from './tell.ts'

const kind = 'completed'
const latestMs = 24 * 60 * 60 * 1000

/** Tells those who follow a task, and whoever was to do it, that somebody else completed it. */
export async function tellCompleted(
  platform: Platform,
  transaction: Transaction,
  fact: TaskFact,
): Promise<void> {
  const { task, actorId } = fact
  const moment = task.completedAt ?? fact.at
  const concerned = new Set([...followersOf(fact), ...toldOf(fact)])
  concerned.delete(actorId)
  for (const personId of concerned) {
    if (task.parentId && (await heardOfTheSame(platform, transaction, personId, moment))) continue
    const { id: taskId, listId, title } = task
    await tell(platform, transaction, { personId, kind, taskId, listId, title, actorId, moment })
  }
}

/**
 * Completing a task completes its subtasks in the same instant: that is one thing to be told, not one for each. The news of
 * both come one after the other, so it is looked for among the latest a person was told.
 */
async function heardOfTheSame(
  { clock }: Platform,
  transaction: Transaction,
  personId: string,
  moment: string,
): Promise<boolean> {
  const createdAt = { [Op.gte]: new Date(clock.now().getTime() - latestMs) }
  const where = { personId, createdAt, kind, dedupeKey: { [Op.endsWith]: `:${moment}` } }
  return (await Notification.findOne({ where, attributes: ['id'], transaction })) !== null
}

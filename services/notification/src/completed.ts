import type { Platform } from '@doable/service-kit/service'
import { Op, type Transaction } from 'sequelize'
import { Notification } from './notification.ts'
import { followersOf, type TaskFact } from './task-fact.ts'
import { tell } from './tell.ts'

const kind = 'completed'

/** Tells those who follow a task that somebody else completed it. */
export async function tellCompleted(
  platform: Platform,
  transaction: Transaction,
  fact: TaskFact,
): Promise<void> {
  const { task, actorId } = fact
  const moment = task.completedAt ?? fact.at
  for (const personId of followersOf(fact).filter((id) => id !== actorId)) {
    if (task.parentId && (await heardOfTheSame(personId, moment, transaction))) continue
    const { id: taskId, listId, title } = task
    await tell(platform, transaction, { personId, kind, taskId, listId, title, actorId, moment })
  }
}

/** Completing a task completes its subtasks in the same instant: that is one thing to be told, not one for each. */
async function heardOfTheSame(personId: string, moment: string, transaction: Transaction): Promise<boolean> {
  const where = { personId, kind, dedupeKey: { [Op.endsWith]: `:${moment}` } }
  return (await Notification.findOne({ where, attributes: ['id'], transaction })) !== null
}

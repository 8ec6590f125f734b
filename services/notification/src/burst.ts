import type { Platform } from '@doable/service-kit/service'
import { Op, type Transaction } from 'sequelize'
import { Notification } from './notification.ts'

/** What somebody completes in a list within so long is one thing to be told; what goes out of the house waits that long. */
export const burstMs = 60_000

type Completed = Pick<
  Notification,
  'personId' | 'kind' | 'listId' | 'taskId' | 'title' | 'actorId' | 'dedupeKey'
>

export const holdMs = (kind: Notification['kind']): number => (kind === 'completed' ? burstMs : 0)

/**
 * Adds to what the person was told within the minute and has not read: one more, with the latest title and key. Answers it;
 * null where there is none.
 */
export async function joinBurst(
  { clock }: Platform,
  transaction: Transaction,
  { personId, kind, listId, actorId, ...latest }: Completed,
): Promise<Notification | null> {
  if (kind !== 'completed') return null
  const createdAt = { [Op.gt]: new Date(clock.now().getTime() - burstMs) }
  const where = { personId, createdAt, kind, listId, actorId, readAt: null }
  const latestFirst: [string, string][] = [
    ['createdAt', 'DESC'],
    ['id', 'DESC'],
  ]
  const told = await Notification.findOne({ where, order: latestFirst, transaction })
  await told?.update({ ...latest, count: told.count + 1 }, { transaction })
  return told
}

import type { JobRow } from '@doable/service-kit/job-table'
import { json } from '@doable/service-kit/rows'
import { inTransaction } from '@doable/service-kit/transaction'
import type { ModelStatic, Sequelize, Transaction } from 'sequelize'
import { Delivery } from './delivery.ts'

/** What was given up after its last try. Nothing of what it was about is said: whoever looks here is an administrator. */
export type DeadJob = Pick<JobRow, 'id' | 'queue' | 'owner' | 'attempts' | 'failure' | 'runAt'>

const rowsIn = (db: Sequelize) => db.model('NotificationJobs') as ModelStatic<JobRow>

/** The oldest first, at most so many. */
export async function deadJobs(db: Sequelize, limit: number): Promise<DeadJob[]> {
  const order: [string, string][] = [
    ['createdAt', 'ASC'],
    ['id', 'ASC'],
  ]
  const attributes = ['id', 'queue', 'owner', 'attempts', 'failure', 'runAt']
  return rowsIn(db).findAll({ where: { state: 'dead' }, attributes, order, limit })
}

/** Has it done now, with as many tries as if it were new. Answers false where no dead job has this id. */
export async function retryDead(db: Sequelize, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const job = await rowsIn(db).findOne({ where: { id, state: 'dead' }, transaction })
    if (!job) return false
    await reopen(json(job.payload), now, transaction)
    await job.update({ state: 'waiting', attempts: 0, runAt: now }, { transaction })
    return true
  })
}

/** A delivery counts its tries itself, in the log that its person reads. */
async function reopen(payload: unknown, now: Date, transaction: Transaction): Promise<void> {
  const id = (payload as { deliveryId?: string } | null)?.deliveryId
  if (id === undefined) return
  const row = { state: 'waiting' as const, attempts: 0, runAt: now }
  await Delivery.update(row, { where: { id, state: 'failed' }, transaction })
}

/** Answers false where no dead job has this id. A delivery stays in its person's log as it is. */
export async function discardDead(db: Sequelize, id: string): Promise<boolean> {
  return (await rowsIn(db).destroy({ where: { id, state: 'dead' } })) > 0
}

import type { JobRow } from '@doable/service-kit/job-table'
import { json } from '@doable/service-kit/rows'
import { inTransaction } from '@doable/service-kit/transaction'
import { type ModelStatic, Op, type Sequelize, type Transaction } from 'sequelize'
import type { Place } from './cursor.ts'
import { Delivery } from './delivery.ts'

/** What was given up after its last try. Nothing of what it was about is said: whoever looks here is an administrator. */
export type DeadJob = Pick<JobRow, 'id' | 'queue' | 'owner' | 'attempts' | 'failure' | 'createdAt' | 'runAt'>
/** Which of the dead jobs: this one, or those of a queue. */
export type Dead = { id: string } | { queue: string }
/** `changed`: with how many it was done. `more`: there are others. */
export type Piece = { changed: number; more: boolean }

const mostAtOnce = 500
const oldestFirst: [string, string][] = [
  ['createdAt', 'ASC'],
  ['id', 'ASC'],
]
const rowsIn = (db: Sequelize) => db.model('NotificationJobs') as ModelStatic<JobRow>

/** The oldest first, at most so many, after the place of the last page. */
export async function deadJobs(db: Sequelize, limit: number, after?: Place): Promise<DeadJob[]> {
  const later = after && {
    [Op.or]: [
      { createdAt: { [Op.gt]: after.createdAt } },
      { createdAt: after.createdAt, id: { [Op.gt]: after.id } },
    ],
  }
  const attributes = ['id', 'queue', 'owner', 'attempts', 'failure', 'createdAt', 'runAt']
  return rowsIn(db).findAll({ where: { state: 'dead', ...later }, attributes, order: oldestFirst, limit })
}

/** Has them done now, with as many tries as if they were new; the oldest first, at most 500 of them. */
export const retryDead = (db: Sequelize, which: Dead, now: Date): Promise<Piece> =>
  withDead(db, which, async (jobs, transaction) => {
    const rows = { state: 'waiting' as const, attempts: 0, runAt: now }
    await reopen(jobs, now, transaction)
    await rowsIn(db).update(rows, { where: idsOf(jobs), transaction })
  })

/** Forgets them, the oldest first, at most 500 of them. A delivery stays in its person's log as it is. */
export const discardDead = (db: Sequelize, which: Dead): Promise<Piece> =>
  withDead(db, which, async (jobs, transaction) => {
    await rowsIn(db).destroy({ where: idsOf(jobs), transaction })
  })

type Act = (jobs: JobRow[], transaction: Transaction) => Promise<void>

/** Another who sees to the same jobs has done so before or does so after: of one that is no longer dead nothing is changed. */
async function withDead(db: Sequelize, which: Dead, act: Act): Promise<Piece> {
  return inTransaction(db, async (transaction) => {
    const where = { state: 'dead', ...which }
    const found = await rowsIn(db).findAll({ where, order: oldestFirst, limit: mostAtOnce + 1, transaction })
    const jobs = found.slice(0, mostAtOnce)
    if (jobs.length > 0) await act(jobs, transaction)
    return { changed: jobs.length, more: found.length > jobs.length }
  })
}

const idsOf = (jobs: JobRow[]) => ({ id: jobs.map(({ id }) => id), state: 'dead' as const })

/** A delivery counts its tries itself, in the log that its person reads. */
async function reopen(jobs: JobRow[], now: Date, transaction: Transaction): Promise<void> {
  const id = jobs.flatMap(
    ({ payload }) => (json(payload) as { deliveryId?: string } | null)?.deliveryId ?? [],
  )
  if (id.length === 0) return
  const row = { state: 'waiting' as const, attempts: 0, runAt: now }
  await Delivery.update(row, { where: { id, state: 'failed' }, transaction })
}

import { pieces } from '@doable/service-kit/pieces'
import { day, flag, instant } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { type InferAttributes, Op, type Transaction, type WhereOptions } from 'sequelize'
import { dueMoment } from './due-moment.ts'
import { keyOf, queue } from './due-soon.ts'
import { DueTask } from './due-task.ts'
import { jobsOf } from './jobs.ts'
import { zoneOf } from './recipient.ts'

/**
 * What concerns all dues of a list or of a person. There can be thousands, and while they change nobody else can write:
 * so a few statements do all of them.
 */
type Row = InferAttributes<DueTask>
type Where = WhereOptions<DueTask> & object

/** Nobody is told any more of these. */
export async function unwatch(platform: Platform, transaction: Transaction, where: Where): Promise<void> {
  const rows = await DueTask.findAll({ where, attributes: ['taskId', 'personId'], raw: true, transaction })
  if (rows.length === 0) return
  await jobsOf(platform).cancelAll(queue, rows.map(keyOf), transaction)
  await DueTask.destroy({ where, transaction })
}

/** A list that is archived or trashed is silent; opened again, it tells what is still to come. */
export async function pause(
  platform: Platform,
  transaction: Transaction,
  { listId, open, at }: { listId: string; open: boolean; at: string },
): Promise<void> {
  await rewrite(platform, transaction, { listId, paused: open }, (row, zone) => {
    const moment = dueMoment(row, zone)
    return { ...row, paused: !open, fireAt: open && moment > new Date(at) ? moment : null }
  })
}

/** Somebody lives in another zone now: what has no zone of its own moves with them. What they were still to be told is late, not lost. */
export async function moveZone(
  platform: Platform,
  transaction: Transaction,
  personId: string,
  at: string,
): Promise<void> {
  const where = { personId, paused: false, [Op.or]: [{ dueTime: null }, { dueTimeZone: null }] }
  await rewrite(platform, transaction, where, (row, zone) => {
    const moment = dueMoment(row, zone)
    return row.fireAt || moment > new Date(at) ? { ...row, fireAt: moment } : row
  })
}

async function rewrite(
  platform: Platform,
  transaction: Transaction,
  where: Where,
  change: (row: Row, zone: string) => Row,
): Promise<void> {
  const before = (await DueTask.findAll({ where, raw: true, transaction })).map(rowOf)
  const zones = new Map<string, string>()
  for (const { personId } of before)
    if (!zones.has(personId)) zones.set(personId, await zoneOf(personId, transaction))
  const rows = before.map((row) => change(row, zones.get(row.personId) as string))
  for (const some of pieces(rows)) {
    await DueTask.destroy({ where: { ...where, taskId: some.map(({ taskId }) => taskId) }, transaction })
    await DueTask.bulkCreate(some, { transaction })
  }
  const jobs = jobsOf(platform)
  await jobs.cancelAll(queue, rows.filter(({ fireAt }) => !fireAt).map(keyOf), transaction)
  await jobs.putAll(queue, rows.flatMap(jobOf), transaction)
}

const jobOf = ({ taskId, personId, fireAt }: Row) =>
  fireAt ? { key: keyOf({ taskId, personId }), runAt: fireAt, payload: { taskId, personId } } : []

/** A plain row, which the engines hand back differently. */
function rowOf(row: Row): Row {
  const fireAt = row.fireAt && new Date(instant(row.fireAt))
  return { ...row, dueOn: day(row.dueOn) as string, fireAt, paused: flag(row.paused) }
}

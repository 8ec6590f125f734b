import type { Platform } from '@doable/service-kit/service'
import type { InferAttributes, Transaction } from 'sequelize'
import { jobsOf } from './jobs.ts'
import { jobKeys, plan, queue } from './plan.ts'
import { WatchedTask, watchedWith } from './watched-task.ts'

/**
 * What concerns all that is watched of a list or for a person. There can be thousands, and while they change nobody else can
 * write: so a few statements do all of them.
 */
type Where = Partial<InferAttributes<WatchedTask>>

/** Nobody is told any more of these. */
export async function unwatch(platform: Platform, transaction: Transaction, where: Where): Promise<void> {
  const all = await watchedWith(platform, where, transaction)
  if (all.length === 0) return
  await jobsOf(platform).cancelAll(queue, all.flatMap(jobKeys), transaction)
  await WatchedTask.destroy({ where, transaction })
}

/** A list that is archived, a template or trashed is silent; opened again, it tells what is still to come. */
export async function pause(
  platform: Platform,
  transaction: Transaction,
  { listId, open, at }: { listId: string; open: boolean; at: string },
): Promise<void> {
  const where = { listId, paused: open }
  const all = await watchedWith(platform, where, transaction)
  if (all.length === 0) return
  await WatchedTask.update({ paused: !open }, { where, transaction })
  const changes = all.map((before) => ({ before, after: { ...before, paused: !open } }))
  await plan(platform, transaction, changes, at)
}

/** Somebody lives in another zone now, or wants to be told at other moments. What they were still to be told is late, not lost. */
export async function replan(
  platform: Platform,
  transaction: Transaction,
  personId: string,
  at: string,
): Promise<void> {
  const all = await watchedWith(platform, { personId, paused: false }, transaction)
  await plan(
    platform,
    transaction,
    all.map((each) => ({ before: each, after: each })),
    at,
  )
}

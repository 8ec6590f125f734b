import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { Delivery } from '../delivery.ts'
import { queueOf } from '../dispatch.ts'
import { jobsOf } from '../jobs.ts'
import { Webhook } from './webhook.ts'

/**
 * Sends to a webhook once more what was sent to it or given up: the same message under the same id, signed anew. Its tries
 * are counted from the beginning.
 * @throws 404 `delivery-not-found`, 409 `not-replayable`, `webhook-off`, `delivery-waiting`
 */
export async function replay(platform: Platform, personId: string, id: string): Promise<void> {
  const { db, clock, limits } = platform
  await limits.count(`replay:${personId}`, 60, 60 * 60 * 1000)
  const row = await Delivery.findOne({ where: { id, personId } })
  if (!row) throw problem(404, 'delivery-not-found', 'There is no such delivery.')
  if (row.channel !== 'webhook')
    throw problem(409, 'not-replayable', 'Only what went to a webhook can be sent once more.')
  const hook = await Webhook.findOne({ where: { id: row.target, personId }, attributes: ['enabled'] })
  if (!hook?.enabled) throw problem(409, 'webhook-off', 'The webhook was removed or is switched off.')
  const runAt = clock.now()
  await inTransaction(db, async (transaction) => {
    const again = { state: 'waiting' as const, attempts: 0, runAt, sentAt: null, reason: null, receipt: null }
    const [taken] = await Delivery.update(again, { where: { id, state: ['sent', 'failed'] }, transaction })
    if (taken === 0) throw problem(409, 'delivery-waiting', 'It is on its way already.')
    // The job of the tries before may be kept as dead under the delivery's own name.
    const job = {
      queue: queueOf('webhook'),
      key: `${id}:${runAt.getTime()}`,
      runAt,
      payload: { deliveryId: id },
    }
    await jobsOf(platform).put(job, transaction)
  })
}

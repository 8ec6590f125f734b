import type { Restored } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { Op } from 'sequelize'
import { Delivery } from './delivery.ts'
import { digestQueue, planDigest } from './digest.ts'
import { jobsOf } from './jobs.ts'
import { WatchedTask } from './watched-task.ts'

/**
 * What fell due between a backup and its return was told in that time, as far as anybody knows: it is not told again, on
 * no channel. What is due later is told as planned, and the digests go on with the next one.
 */
export async function passOver(restored: Restored): Promise<void> {
  if (restored.late) return
  const now = restored.clock.now()
  const past = { [Op.lte]: now }
  const { model } = jobsOf(restored)
  const due = { state: ['waiting', 'claimed'], runAt: past }
  const digests = await model.findAll({
    where: { ...due, queue: digestQueue },
    attributes: ['dedupeKey'],
    raw: true,
  })
  await model.destroy({ where: due })
  const over = { state: 'failed' as const, reason: 'It was due before a backup was restored.' }
  await Delivery.update(over, { where: { state: 'waiting', runAt: past } })
  await WatchedTask.update({ snoozedUntil: null }, { where: { snoozedUntil: past } })
  await inTransaction(restored.db, async (tx) => {
    for (const { dedupeKey } of digests) if (dedupeKey) await planDigest(restored, tx, dedupeKey)
  })
}

import type { Platform } from '@doable/service-kit/service'
import { Delivery } from '../delivery.ts'
import { stopSms } from './phone-number.ts'
import { reported } from './refusal.ts'

/** What a message goes through until it is known what became of it, and how it can end. */
const underway = new Set(['accepted', 'scheduled', 'queued', 'sending', 'sent'])
const arrived = new Set(['delivered', 'read'])
const lost = new Set(['undelivered', 'failed', 'canceled'])

/**
 * Notes what the provider says became of a delivery. Reports come late, twice and in any order: once it is known to have
 * arrived nothing changes that, and a failure is final unless it did arrive. A report also says that a message was taken
 * whose acceptance was not heard of, so that it is not sent again.
 */
export async function noteReport(platform: Platform, id: string, form: URLSearchParams): Promise<void> {
  const row = await Delivery.findOne({ where: { id, channel: 'sms' } })
  const status = form.get('MessageStatus') ?? ''
  const receipt = form.get('MessageSid')?.slice(0, 200) || (row?.receipt ?? null)
  if (!row) return
  const now = platform.clock.now()
  const taken = { state: 'sent', reason: null, receipt, sentAt: row.sentAt ?? now } as const
  if (arrived.has(status))
    await Delivery.update({ ...taken, deliveredAt: now }, { where: { id, deliveredAt: null } })
  if (underway.has(status)) await Delivery.update(taken, { where: { id, state: 'waiting' } })
  // Of two messages that one delivery became, the other may have arrived.
  const isOurs = row.receipt === null || row.receipt === receipt
  if (lost.has(status) && isOurs) await noteLoss(row, form, receipt)
}

async function noteLoss(row: Delivery, form: URLSearchParams, receipt: string | null): Promise<void> {
  const { id, personId } = row
  const { why, reason } = reported(Number(form.get('ErrorCode')) || 0)
  const where = { id, deliveredAt: null, state: ['waiting', 'sent'] }
  const [changed] = await Delivery.update({ state: 'failed', reason, receipt }, { where })
  if (changed > 0 && why) await stopSms(personId, form.get('To') ?? '', why)
}

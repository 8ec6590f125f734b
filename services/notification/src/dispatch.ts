import type { Channel, NotificationSettings } from '@doable/contracts/notification-settings'
import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { holdMs } from './burst.ts'
import { outbound } from './channels.ts'
import { Delivery } from './delivery.ts'
import { jobsOf } from './jobs.ts'
import type { Notification } from './notification.ts'
import { quietUntil } from './quiet.ts'
import { zoneOf } from './recipient.ts'

export const queueOf = (channel: Channel): string => `deliver-${channel}`

type Sending = {
  told: Notification
  over: readonly Channel[]
  settings: NotificationSettings
  urgent: boolean
  /** To this target alone. */
  target?: string | undefined
}

/** Puts a notification on its way over each channel; it leaves if and only if the caller's transaction commits. */
export async function dispatch(
  platform: Platform,
  transaction: Transaction,
  { told, over, settings, urgent, target: wanted }: Sending,
): Promise<void> {
  const now = platform.clock.now()
  if (over.includes('app'))
    await Delivery.create({ ...rowOf(told, 'app', ''), ...sent(now) }, { transaction })
  const zone = await zoneOf(told.personId, transaction)
  const ready = new Date(now.getTime() + holdMs(told.kind))
  const quiet = urgent && settings.urgentPasses ? null : quietUntil(settings, ready, zone)
  for (const channel of outbound) {
    if (!over.includes(channel.name) || channel.missing(platform) !== null) continue
    for (const target of await channel.targets(told.personId, transaction)) {
      if (wanted !== undefined && target !== wanted) continue
      const runAt = quiet ?? ready
      const row = { ...rowOf(told, channel.name, target), state: 'waiting' as const, createdAt: now, runAt }
      await Delivery.create(row, { transaction })
      const job = { queue: queueOf(channel.name), key: row.id, owner: told.personId, runAt }
      await jobsOf(platform).put({ ...job, payload: { deliveryId: row.id } }, transaction)
    }
  }
}

const sent = (now: Date) => ({ state: 'sent' as const, attempts: 1, createdAt: now, runAt: now, sentAt: now })

const rowOf = ({ id, personId, dedupeKey }: Notification, channel: Channel, target: string) => ({
  id: uuidv7(),
  notificationId: id,
  personId,
  channel,
  target,
  attempts: 0,
  reason: null,
  receipt: null,
  sentAt: null,
  dedupeKey: `${dedupeKey}:${channel}:${target}`,
})

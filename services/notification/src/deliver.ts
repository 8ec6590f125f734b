import type { Worker } from '@doable/service-kit/job-runner'
import type { Job } from '@doable/service-kit/jobs'
import { Problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { traced } from '@doable/service-kit/tracing/tracing'
import { inTransaction } from '@doable/service-kit/transaction'
import { type Channel, type Message, Undeliverable } from './channel.ts'
import { outbound } from './channels.ts'
import { Delivery } from './delivery.ts'
import { queueOf } from './dispatch.ts'
import { countDelivery } from './figures.ts'
import { Notification } from './notification.ts'
import { Recipient } from './recipient.ts'
import { tell } from './tell.ts'

/** With the waits between, about a day (`backOff`). */
const mostTries = 16

/** Does the jobs of one channel: hands each message over once, however often that takes. */
const deliver =
  (platform: Platform, channel: Channel) =>
  async ({ payload }: Job): Promise<void> => {
    const row = await Delivery.findByPk((payload as { deliveryId: string }).deliveryId)
    const message = row?.state === 'waiting' ? await messageOf(row) : undefined
    if (!row || !message) return
    // Written down before anything leaves the house: a crash must not make a try that nobody knows of.
    await row.update({ attempts: row.attempts + 1 })
    let error: unknown = null
    try {
      const receipt = await traced(
        () => aboutSending(channel, row),
        () => channel.send(platform, message),
      )
      await ended(row, { state: 'sent', sentAt: platform.clock.now(), reason: null, receipt })
      countDelivery(platform, channel.name, 'sent')
      platform.log.info({ channel: channel.name, delivery: row.id, attempts: row.attempts }, 'delivered')
    } catch (thrown) {
      error = thrown
    }
    await note(platform, channel, message, error)
    if (error !== null) await failed(platform, row, error)
  }

const aboutSending = ({ name }: Channel, { id }: Delivery) =>
  ({
    name: `deliver ${name}`,
    kind: 'client',
    attributes: { 'doable.channel': name, 'doable.delivery': id },
  }) as const

/** What was told of a task that is erased by now has gone with it. */
async function messageOf(row: Delivery): Promise<Message | undefined> {
  const notification = await Notification.findByPk(row.notificationId)
  const recipient = await Recipient.findByPk(row.personId)
  if (!notification || !recipient) return undefined
  return { deliveryId: row.id, notification, recipient, target: row.target, key: row.dedupeKey }
}

/** Lets the channel keep what a try came to, and tells the person what follows from it. */
async function note(platform: Platform, channel: Channel, message: Message, error: unknown): Promise<void> {
  const { noted } = channel
  if (!noted) return
  await inTransaction(platform.db, async (transaction) => {
    const news = await noted(platform, message, error, transaction)
    if (news) await tell(platform, transaction, news)
  })
}

/** What the provider has reported in the meantime is not written over. */
const ended = (
  { id }: Delivery,
  outcome: Partial<Pick<Delivery, 'state' | 'sentAt' | 'reason' | 'receipt'>>,
) => Delivery.update(outcome, { where: { id, state: 'waiting' } })

async function failed(platform: Platform, row: Delivery, error: unknown): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const isOver = error instanceof Undeliverable || row.attempts >= mostTries
  await ended(row, { reason, ...(isOver && { state: 'failed' as const }) })
  countDelivery(platform, row.channel, isOver ? 'failed' : 'retried')
  if (isOver)
    platform.log.warn({ channel: row.channel, delivery: row.id, attempts: row.attempts }, 'not delivered')
  if (!(error instanceof Undeliverable)) throw error
}

/** Whether one more message may be sent over a channel now, by all processes together. */
const mayGoOn =
  (platform: Platform, { name, perMinute }: Channel) =>
  async (): Promise<boolean> => {
    try {
      if (perMinute) await platform.limits.count(`deliver ${name}`, perMinute(platform), 60_000)
      return true
    } catch (err) {
      // Where it cannot be asked, messages wait like those that are too many.
      if (!(err instanceof Problem)) platform.log.warn({ err, channel: name }, 'messages wait')
      return false
    }
  }

/** The workers that deliver, by queue. What waits for a channel that is not set up waits until it is. */
export const deliverers = (platform: Platform): Record<string, Worker> =>
  Object.fromEntries(
    outbound
      .filter((channel) => channel.missing(platform) === null)
      .map((channel) => [
        queueOf(channel.name),
        {
          handle: deliver(platform, channel),
          mayGoOn: mayGoOn(platform, channel),
          atOnce: channel.atOnce,
          mostTries,
        },
      ]),
  )

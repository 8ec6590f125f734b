import type { LiveMessage } from '@doable/contracts/notification'
import type { Channel } from '@doable/contracts/notification-settings'
import type { Platform } from '@doable/service-kit/service'
import { ForeignKeyConstraintError, type Transaction } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { joinBurst } from './burst.ts'
import { dispatch } from './dispatch.ts'
import { measureLateness } from './figures.ts'
import { Notification, publicNotification, unreadOf } from './notification.ts'
import { nameOf } from './recipient.ts'
import { settingsOf } from './settings.ts'

/** Something a person is to be told. `moment` tells apart the times that the same thing happens. */
export type News = {
  personId: string
  kind: Notification['kind']
  taskId: string | null
  listId: string
  title: string
  actorId: string | null
  moment: string
  /** When it was meant to be told, of what was planned. */
  plannedAt?: Date
  /** Of how many things it tells; one where it does not say. */
  count?: number
  /** About an urgent task. */
  urgent?: boolean
  /** Over this channel and no other, whatever the person has settled. */
  only?: Channel
  /** With `only`: to this target of the channel and no other. */
  target?: string
}

const keyOf = ({ personId, taskId, listId, kind, moment }: News) =>
  `${personId}:${taskId ?? listId}:${kind}:${moment}`

/**
 * Tells a person something, once: what has been told before is left alone. The one place where a delivery starts; it happens if
 * and only if the caller's transaction commits.
 */
export async function tell(platform: Platform, transaction: Transaction, news: News): Promise<void> {
  const dedupeKey = keyOf(news)
  if (await Notification.findOne({ where: { dedupeKey }, attributes: ['id'], transaction })) return
  const { moment: _, urgent = false, only, target, plannedAt = null, count = 1, ...fields } = news
  const settings = await settingsOf(news.personId, transaction)
  const over = only ? [only] : settings.kinds[news.kind]
  if (over.length === 0) return
  const joined = await unlessErased(joinBurst(platform, transaction, { ...fields, dedupeKey }))
  if (joined?.shown) transaction.afterCommit(() => show(platform, joined))
  if (joined !== null) return
  const actorName = news.actorId && (await nameOf(news.actorId, transaction))
  const stamps = { id: uuidv7(), createdAt: platform.clock.now(), readAt: null, plannedAt, count }
  const row = { ...fields, ...stamps, actorName, dedupeKey, shown: over.includes('app') }
  const told = await unlessErased(Notification.create(row, { transaction }))
  if (!told) return
  await dispatch(platform, transaction, { told, over, settings, urgent, target })
  if (plannedAt) measureLateness(platform, plannedAt)
  if (told.shown) transaction.afterCommit(() => show(platform, told))
}

/** The task may have been erased for good before the news of it got here; then there is nothing to tell. */
async function unlessErased<T>(making: Promise<T>): Promise<T | undefined> {
  try {
    return await making
  } catch (error) {
    if (error instanceof ForeignKeyConstraintError) return undefined
    throw error
  }
}

/** What is open in a browser shows it at once. The row is there whether or not this succeeds. */
async function show({ live, log }: Platform, told: Notification): Promise<void> {
  try {
    const data = { unread: await unreadOf(told.personId), notification: publicNotification(told) }
    live.publish([told.personId], { event: 'notified', data } satisfies LiveMessage)
  } catch (error) {
    log.warn({ err: error, notification: told.id }, 'a new notification was not shown live')
  }
}

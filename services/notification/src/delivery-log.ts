import type { deliveryApi, Delivery as Public } from '@doable/contracts/delivery'
import { Op } from 'sequelize'
import type { z } from 'zod'
import { placeOf, readPlace } from './cursor.ts'
import { Delivery } from './delivery.ts'
import { Notification } from './notification.ts'

type Query = z.infer<typeof deliveryApi.deliveries.query>

/** What was sent to a person and what became of it, newest first, from the cursor on. @throws 400 `bad-cursor` */
export async function deliveries(personId: string, { channel, state, cursor, limit }: Query) {
  const place = cursor === undefined ? undefined : readPlace(cursor)
  const where = {
    personId,
    ...(channel && { channel }),
    ...(state && { state }),
    ...(place && {
      [Op.or]: [
        { createdAt: { [Op.lt]: place.createdAt } },
        { createdAt: place.createdAt, id: { [Op.lt]: place.id } },
      ],
    }),
  }
  const order: [string, string][] = [
    ['createdAt', 'DESC'],
    ['id', 'DESC'],
  ]
  const rows = await Delivery.findAll({ where, order, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const notifications = await Notification.findAll({
    where: { id: page.map(({ notificationId }) => notificationId) },
    attributes: ['id', 'kind', 'title'],
  })
  const told = new Map(notifications.map((each) => [each.id, each]))
  const items = page.flatMap((row) => {
    const about = told.get(row.notificationId)
    return about ? [publicDelivery(row, about)] : []
  })
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items, next: last ? placeOf({ id: last.id, createdAt: last.createdAt.toISOString() }) : null }
}

const publicDelivery = (row: Delivery, { kind, title }: Notification): Public => ({
  id: row.id,
  notificationId: row.notificationId,
  kind,
  title,
  channel: row.channel,
  state: row.state,
  attempts: row.attempts,
  reason: row.reason,
  createdAt: row.createdAt.toISOString(),
  runAt: row.runAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
})

import { z } from 'zod'
import { ById, Cursor, Id, Instant, PageSize } from './common.ts'
import { Kind } from './notification-kind.ts'
import { Channel } from './notification-settings.ts'
import { route } from './route.ts'

/** `waiting` will be tried (again) at `runAt`; `failed` has been given up, and `reason` says why. */
export const DeliveryState = z.enum(['waiting', 'sent', 'failed'])

/** One notification over one channel: what a person reads to learn why something did or did not reach them. */
export const Delivery = z
  .strictObject({
    id: Id,
    notificationId: Id,
    kind: Kind,
    title: z.string(),
    channel: Channel,
    state: DeliveryState,
    attempts: z.int(),
    /** What the last attempt ended with, where it did not succeed. */
    reason: z.string().nullable(),
    createdAt: Instant,
    runAt: Instant,
    sentAt: Instant.nullable(),
    /** When it arrived, where the provider says so. */
    deliveredAt: Instant.nullable(),
  })
  .meta({ id: 'Delivery' })

export const deliveryApi = {
  deliveries: route({
    method: 'GET',
    path: '/api/notifications/deliveries',
    summary: 'What was sent to me, when, over which channel, after how many tries, and why not; newest first',
    query: z.strictObject({
      channel: Channel.optional(),
      state: DeliveryState.optional(),
      cursor: Cursor.optional(),
      limit: PageSize,
    }),
    ok: z.strictObject({ items: z.array(Delivery), next: z.string().nullable() }),
    status: 200,
  }),
  replay: route({
    method: 'POST',
    path: '/api/notifications/deliveries/:id/replay',
    summary: 'Send to a webhook once more what was sent or given up: the same message under the same id',
    params: ById,
    status: 204,
  }),
}
export type Delivery = z.infer<typeof Delivery>

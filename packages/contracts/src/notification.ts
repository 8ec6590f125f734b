import { z } from 'zod'
import { ById, Cursor, Id, Instant, PageSize } from './common.ts'
import { Kind } from './notification-kind.ts'
import { route } from './route.ts'

/** What a person was told. `title` is the task's (or list's) title at that moment. */
export const Notification = z
  .strictObject({
    id: Id,
    kind: Kind,
    taskId: Id.nullable(),
    listId: Id.nullable(),
    title: z.string(),
    actorId: Id.nullable(),
    actorName: z.string().nullable(),
    /** How often it happened: several of a kind within a minute are one notification. */
    count: z.int(),
    /** The moment it was meant for, where it has one; it was late where `createdAt` is well after that. */
    plannedAt: Instant.nullable(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' })
export const NotificationQuery = z.strictObject({
  unread: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: PageSize,
})
/** How long to be left alone; `tomorrow` is at the hour for whole days. */
export const Snooze = z.strictObject({ for: z.enum(['10min', '1h', 'tomorrow']) })
const Unread = z.strictObject({ unread: z.int() })

export const notificationApi = {
  list: route({
    method: 'GET',
    path: '/api/notifications',
    summary: 'My notifications, newest first',
    query: NotificationQuery,
    ok: z.strictObject({ items: z.array(Notification), next: z.string().nullable() }),
    status: 200,
  }),
  unread: route({
    method: 'GET',
    path: '/api/notifications/unread',
    summary: 'How many I have not read',
    ok: Unread,
    status: 200,
  }),
  read: route({
    method: 'POST',
    path: '/api/notifications/:id/read',
    summary: 'Mark one as read',
    params: ById,
    ok: Unread,
    status: 200,
  }),
  readAll: route({
    method: 'POST',
    path: '/api/notifications/read',
    summary: 'Mark all as read',
    ok: Unread,
    status: 200,
  }),
  snooze: route({
    method: 'POST',
    path: '/api/notifications/:id/snooze',
    summary: 'Mark one as read and tell me again later, as a reminder',
    params: ById,
    body: Snooze,
    ok: z.strictObject({ until: Instant, unread: z.int() }),
    status: 200,
  }),
  live: route({
    method: 'GET',
    path: '/api/events',
    summary: 'Live changes as server-sent events',
    produces: 'text/event-stream',
    status: 200,
  }),
}

const says = (description: string) => ({ description })

/** What travels over `GET /api/events`; the event's name is the key. */
export const liveMessages = {
  changed: z
    .strictObject({ lists: z.array(Id), own: z.boolean() })
    .meta(says('Something in these lists, or in my own things (labels, filters, views), changed: pull.')),
  notified: z
    .strictObject({ unread: z.int(), notification: Notification })
    .meta(says('I am told something.')),
  read: Unread.meta(says('Something was marked as read, here or on another device.')),
  ended: z.strictObject({}).meta(says('This session has ended: sign in again.')),
}
export type LiveMessages = { [Name in keyof typeof liveMessages]: z.infer<(typeof liveMessages)[Name]> }
/** A live message inside the server; `ended` asks each open channel of the person to look whether its session is still good. */
export type LiveMessage = {
  [Name in keyof LiveMessages]: { event: Name; data: LiveMessages[Name] }
}[keyof LiveMessages]
export type Snooze = z.infer<typeof Snooze>
export type Notification = z.infer<typeof Notification>

import { z } from 'zod'
import { ById, Id, Instant } from './common.ts'
import { route } from './route.ts'

/** Where a browser takes messages for this device (Push API, `PushSubscription.endpoint`). */
export const PushEndpoint = z.url({ protocol: /^https$/ }).max(2000)

/** base64url without padding, of so many bytes. */
const bytes = (count: number) => {
  const letters = Math.ceil((count * 8) / 6)
  return z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${letters}}$`), `must be ${count} bytes as base64url`)
}

/** What messages to it are encrypted with (RFC 8291): a point on P-256, uncompressed, and a secret of 16 bytes. */
export const PushKeys = z.strictObject({ p256dh: bytes(65), auth: bytes(16) })

/** A browser that news is pushed to. */
export const PushDevice = z
  .strictObject({ id: Id, device: z.string(), createdAt: Instant, lastSeenAt: Instant })
  .meta({ id: 'PushDevice' })

export const pushApi = {
  pushKey: route({
    method: 'GET',
    path: '/api/push/key',
    summary: 'The public key that a browser subscribes with (VAPID, RFC 8292)',
    ok: z.strictObject({ publicKey: bytes(65) }),
    status: 200,
  }),
  pushDevices: route({
    method: 'GET',
    path: '/api/push/devices',
    summary: 'The browsers that my news is pushed to, last seen first',
    ok: z.strictObject({ items: z.array(PushDevice) }),
    status: 200,
  }),
  addPushDevice: route({
    method: 'POST',
    path: '/api/push/devices',
    summary: 'Push my news to this browser; `replaces` is the endpoint that it had before',
    body: z.strictObject({ endpoint: PushEndpoint, keys: PushKeys, replaces: PushEndpoint.optional() }),
    ok: PushDevice,
    status: 200,
  }),
  seePushDevice: route({
    method: 'POST',
    path: '/api/push/devices/seen',
    summary: 'Say that this browser is in use; 404 where my news is not pushed to it',
    body: z.strictObject({ endpoint: PushEndpoint }),
    ok: PushDevice,
    status: 200,
  }),
  removePushDevice: route({
    method: 'DELETE',
    path: '/api/push/devices/:id',
    summary: 'Push nothing to this browser any more',
    params: ById,
    status: 204,
  }),
}
export type PushDevice = z.infer<typeof PushDevice>
export type NewPushDevice = z.infer<(typeof pushApi)['addPushDevice']['body']>

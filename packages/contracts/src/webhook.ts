import { z } from 'zod'
import { ById, Id, Instant, oneLine } from './common.ts'
import { route } from './route.ts'
import { longestAddress } from './webhook-limits.ts'

const Address = oneLine(longestAddress).meta({
  description: 'An https address that everybody can reach; what it may be besides is said by OUTBOUND_ALLOW.',
})

/** An address of a person's that is told what they are told. `last` is what became of the latest try to tell it. */
export const Webhook = z
  .strictObject({
    id: Id,
    url: z.string(),
    enabled: z.boolean(),
    /** Why Doable switched it off: the receiver said that it is gone (410), or nothing had reached it for a day. */
    switchedOff: z.enum(['gone', 'failing']).nullable(),
    createdAt: Instant,
    last: z.strictObject({ at: Instant, ok: z.boolean(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Webhook' })

/** `secret` is answered here and never again: `whsec_` and 32 random bytes in base64. */
const Revealed = z.strictObject({ webhook: Webhook, secret: z.string() })

export const webhookApi = {
  webhooks: route({
    method: 'GET',
    path: '/api/webhooks',
    summary: 'My webhooks, oldest first',
    ok: z.strictObject({ items: z.array(Webhook) }),
    status: 200,
  }),
  addWebhook: route({
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Have an address told what I am told; the secret that signs it is answered once',
    body: z.strictObject({ url: Address }),
    ok: Revealed,
    status: 201,
  }),
  changeWebhook: route({
    method: 'PATCH',
    path: '/api/webhooks/:id',
    summary: 'Move a webhook to another address, or switch it on or off',
    params: ById,
    body: z
      .strictObject({ url: Address, enabled: z.boolean() })
      .partial()
      .refine((patch) => Object.keys(patch).length > 0, 'nothing to change'),
    ok: Webhook,
    status: 200,
  }),
  removeWebhook: route({
    method: 'DELETE',
    path: '/api/webhooks/:id',
    summary: 'Remove a webhook; what waits for it is not sent',
    params: ById,
    status: 204,
  }),
  testWebhook: route({
    method: 'POST',
    path: '/api/webhooks/:id/test',
    summary: 'Send a test message to one webhook; `last` and the delivery log show what became of it',
    params: ById,
    status: 204,
  }),
  renewSecret: route({
    method: 'POST',
    path: '/api/webhooks/:id/secret',
    summary: 'Make another secret; for a day what is sent is signed with the one before as well',
    params: ById,
    ok: Revealed,
    status: 200,
  }),
}
export type Webhook = z.infer<typeof Webhook>

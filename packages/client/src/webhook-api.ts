import type { webhookApi as WebhookApi } from '@doable/contracts/webhook'
import { createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

export const webhookRoutes: Addresses<typeof WebhookApi> = {
  webhooks: { method: 'GET', path: '/api/webhooks' },
  addWebhook: { method: 'POST', path: '/api/webhooks' },
  changeWebhook: { method: 'PATCH', path: '/api/webhooks/:id' },
  removeWebhook: { method: 'DELETE', path: '/api/webhooks/:id' },
  testWebhook: { method: 'POST', path: '/api/webhooks/:id/test' },
  renewSecret: { method: 'POST', path: '/api/webhooks/:id/secret' },
}

/** The addresses of a person's that are told what they are told; asked for only where somebody looks at them. */
export const webhookApi = createApi<typeof WebhookApi>(webhookRoutes)

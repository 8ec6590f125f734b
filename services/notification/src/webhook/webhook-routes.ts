import { webhookApi } from '@doable/contracts/webhook'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { publicWebhook, webhooksOf } from './webhook.ts'
import { addWebhook, changeWebhook, removeWebhook, renewSecret, testWebhook } from './webhook-verbs.ts'

export function webhookRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, webhookApi, {
    webhooks: async ({ person }) => ({ items: (await webhooksOf(person.id)).map(publicWebhook) }),
    addWebhook: ({ person, body }) => addWebhook(platform, person.id, body.url),
    changeWebhook: ({ person, params, body }) => changeWebhook(platform, person.id, params.id, body),
    removeWebhook: ({ person, params }) => removeWebhook(person.id, params.id),
    testWebhook: ({ person, params }) => testWebhook(platform, person.id, params.id),
    renewSecret: ({ person, params }) => renewSecret(platform, person.id, params.id),
  })
}

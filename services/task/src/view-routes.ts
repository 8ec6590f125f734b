import { viewApi } from '@doable/contracts/view'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { write } from './idempotency.ts'
import { myViews, setView } from './view-verbs.ts'

export function viewRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, viewApi, {
    views: async ({ person }) => ({ items: await myViews(platform, person.id) }),
    setView: (call) => write(platform, call, (act) => setView(act, call.body.id, call.body.settings)),
  })
}

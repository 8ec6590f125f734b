import { syncApi } from '@doable/contracts/sync'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { pull } from './pull.ts'
import { push } from './push.ts'

export function syncRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, syncApi, {
    push: ({ person, body }) => push(platform, person.id, body.operations),
    pull: ({ person, query }) => pull(platform, person.id, query.cursor),
  })
}

import { syncApi } from '@doable/contracts/sync'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { syncSizes } from './sync-sizes.ts'

export function syncRoutes(app: FastifyInstance, platform: Platform): void {
  const sizes = syncSizes(platform)
  mount(app, syncApi, {
    push: ({ person, body }) => {
      sizes.pushed(body.operations)
      return push(platform, person.id, body.operations)
    },
    pull: async ({ person, query }) => {
      const page = await pull(platform, person.id, query.cursor)
      sizes.pulled(page)
      return page
    },
  })
}

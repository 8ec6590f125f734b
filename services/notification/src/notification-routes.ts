import { notificationApi } from '@doable/contracts/notification'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { openChannel } from './live-channel.ts'
import { page, read, readAll, unreadOf } from './notification.ts'
import { snooze } from './snooze.ts'

export function notificationRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, notificationApi, {
    list: ({ person, query }) => page(person.id, query),
    unread: async ({ person }) => ({ unread: await unreadOf(person.id) }),
    read: async ({ person, params }) => ({ unread: await read(platform, person.id, params.id) }),
    readAll: async ({ person }) => ({ unread: await readAll(platform, person.id) }),
    snooze: ({ person, params, body }) => snooze(platform, person.id, params.id, body.for),
    live({ person, reply }) {
      openChannel(platform, person, reply)
      return reply
    },
  })
}

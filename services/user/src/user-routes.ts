import { userApi } from '@doable/contracts/user'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './account-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { sessionRoutes } from './session-routes.ts'

export function userRoutes(app: FastifyInstance, platform: Platform): void {
  mount(app, userApi, { ...accountRoutes(platform), ...sessionRoutes(platform), ...pictureRoutes(platform) })
}

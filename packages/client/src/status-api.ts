import type { statusApi as contract } from '@doable/contracts/status'
import { createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

type Of<S extends string> = ReturnType<typeof contract<S>>['status']
type StatusApi = { user: Of<'user'>; task: Of<'task'>; notification: Of<'notification'> }

export const statusRoutes: Addresses<StatusApi> = {
  user: { method: 'GET', path: '/api/administration/status/user' },
  task: { method: 'GET', path: '/api/administration/status/task' },
  notification: { method: 'GET', path: '/api/administration/status/notification' },
}

/** How each service is; every one answers for itself. */
export const statusApi = createApi<StatusApi>(statusRoutes)

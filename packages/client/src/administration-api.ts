import type { administrationApi as AdministrationApi } from '@doable/contracts/administration'
import { createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

export const administrationRoutes: Addresses<typeof AdministrationApi> = {
  deadJobs: { method: 'GET', path: '/api/administration/jobs' },
  retryJob: { method: 'POST', path: '/api/administration/jobs/:id/retry' },
  discardJob: { method: 'DELETE', path: '/api/administration/jobs/:id' },
  retryQueue: { method: 'POST', path: '/api/administration/queues/:queue/retry' },
  discardQueue: { method: 'POST', path: '/api/administration/queues/:queue/discard' },
}

/** What administrators see to; asked for only where one of them looks at it. */
export const administrationApi = createApi<typeof AdministrationApi>(administrationRoutes)

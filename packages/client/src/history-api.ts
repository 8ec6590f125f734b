import type { historyApi as HistoryApi } from '@doable/contracts/history'
import { createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

export const historyRoutes: Addresses<typeof HistoryApi> = {
  history: { method: 'GET', path: '/api/tasks/:id/history' },
}

/** What was done to a task; asked for only where somebody looks at it. */
export const historyApi = createApi<typeof HistoryApi>(historyRoutes)

import type { filterApi as FilterApi } from '@doable/contracts/filter'
import type { labelApi as LabelApi } from '@doable/contracts/label'
import type { listApi as ListApi } from '@doable/contracts/list'
import type { notificationApi as NotificationApi } from '@doable/contracts/notification'
import type { taskApi as TaskApi } from '@doable/contracts/task-api'
import type { userApi as UserApi } from '@doable/contracts/user'
import { createApi } from './route-client.ts'
import {
  filterRoutes,
  labelRoutes,
  listRoutes,
  notificationRoutes,
  taskRoutes,
  userRoutes,
} from './routes.ts'

/** Calls of the own origin, with the session cookie. Tasks, lists, sections and labels are better changed through the store. */
export const userApi = createApi<typeof UserApi>(userRoutes)
export const listApi = createApi<typeof ListApi>(listRoutes)
export const filterApi = createApi<typeof FilterApi>(filterRoutes)
export const labelApi = createApi<typeof LabelApi>(labelRoutes)
export const taskApi = createApi<typeof TaskApi>(taskRoutes)
export const notificationApi = createApi<typeof NotificationApi>(notificationRoutes)

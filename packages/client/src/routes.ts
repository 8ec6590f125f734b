import type { filterApi } from '@doable/contracts/filter'
import type { labelApi } from '@doable/contracts/label'
import type { listApi } from '@doable/contracts/list'
import type { notificationApi } from '@doable/contracts/notification'
import type { Route } from '@doable/contracts/route'
import type { syncApi } from '@doable/contracts/sync'
import type { taskApi } from '@doable/contracts/task-api'
import type { userApi } from '@doable/contracts/user'

/**
 * Where each route of the contracts is. The contracts themselves hold Zod schemas, 60 kB that a page has no use for: only
 * their types come here. The compiler holds every line below against them.
 */
export type Address<R extends Pick<Route, 'method' | 'path'>> = Pick<R, 'method' | 'path'>
export type Addresses<T extends Record<string, Route>> = { [K in keyof T]: Address<T[K]> }

export const userRoutes: Addresses<typeof userApi> = {
  register: { method: 'POST', path: '/api/users' },
  signIn: { method: 'POST', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  me: { method: 'GET', path: '/api/me' },
  changeProfile: { method: 'PATCH', path: '/api/me' },
  changeEmail: { method: 'PUT', path: '/api/me/email' },
  changePassword: { method: 'PUT', path: '/api/me/password' },
  deleteAccount: { method: 'POST', path: '/api/me/deletion' },
  picture: { method: 'GET', path: '/api/me/picture' },
  changePicture: { method: 'PUT', path: '/api/me/picture' },
  removePicture: { method: 'DELETE', path: '/api/me/picture' },
  sessions: { method: 'GET', path: '/api/me/sessions' },
  endSession: { method: 'DELETE', path: '/api/me/sessions/:id' },
  endSessions: { method: 'DELETE', path: '/api/me/sessions' },
}

export const listRoutes: Addresses<typeof listApi> = {
  lists: { method: 'GET', path: '/api/lists' },
  createList: { method: 'POST', path: '/api/lists' },
  list: { method: 'GET', path: '/api/lists/:id' },
  changeList: { method: 'PATCH', path: '/api/lists/:id' },
  trashList: { method: 'DELETE', path: '/api/lists/:id' },
  restoreList: { method: 'POST', path: '/api/lists/:id/restore' },
  sections: { method: 'GET', path: '/api/lists/:id/sections' },
  createSection: { method: 'POST', path: '/api/sections' },
  changeSection: { method: 'PATCH', path: '/api/sections/:id' },
  trashSection: { method: 'DELETE', path: '/api/sections/:id' },
  restoreSection: { method: 'POST', path: '/api/sections/:id/restore' },
  members: { method: 'GET', path: '/api/lists/:id/members' },
  addMember: { method: 'POST', path: '/api/lists/:id/members' },
  removeMember: { method: 'DELETE', path: '/api/lists/:id/members/:personId' },
}

export const filterRoutes: Addresses<typeof filterApi> = {
  filters: { method: 'GET', path: '/api/filters' },
  createFilter: { method: 'POST', path: '/api/filters' },
  changeFilter: { method: 'PATCH', path: '/api/filters/:id' },
  trashFilter: { method: 'DELETE', path: '/api/filters/:id' },
  restoreFilter: { method: 'POST', path: '/api/filters/:id/restore' },
}

export const labelRoutes: Addresses<typeof labelApi> = {
  labels: { method: 'GET', path: '/api/labels' },
  createLabel: { method: 'POST', path: '/api/labels' },
  changeLabel: { method: 'PATCH', path: '/api/labels/:id' },
  trashLabel: { method: 'DELETE', path: '/api/labels/:id' },
  restoreLabel: { method: 'POST', path: '/api/labels/:id/restore' },
}

export const taskRoutes: Addresses<typeof taskApi> = {
  tasks: { method: 'GET', path: '/api/tasks' },
  counts: { method: 'GET', path: '/api/tasks/counts' },
  createTask: { method: 'POST', path: '/api/tasks' },
  quickAdd: { method: 'POST', path: '/api/tasks/quick-add' },
  task: { method: 'GET', path: '/api/tasks/:id' },
  changeTask: { method: 'PATCH', path: '/api/tasks/:id' },
  completeTask: { method: 'POST', path: '/api/tasks/:id/complete' },
  skipTask: { method: 'POST', path: '/api/tasks/:id/skip' },
  uncompleteTask: { method: 'POST', path: '/api/tasks/:id/uncomplete' },
  completions: { method: 'GET', path: '/api/tasks/:id/completions' },
  reopenTask: { method: 'POST', path: '/api/tasks/:id/reopen' },
  trashTask: { method: 'DELETE', path: '/api/tasks/:id' },
  restoreTask: { method: 'POST', path: '/api/tasks/:id/restore' },
  purgeTask: { method: 'POST', path: '/api/tasks/:id/purge' },
}

export const notificationRoutes: Addresses<typeof notificationApi> = {
  list: { method: 'GET', path: '/api/notifications' },
  unread: { method: 'GET', path: '/api/notifications/unread' },
  read: { method: 'POST', path: '/api/notifications/:id/read' },
  readAll: { method: 'POST', path: '/api/notifications/read' },
  snooze: { method: 'POST', path: '/api/notifications/:id/snooze' },
  live: { method: 'GET', path: '/api/events' },
}

export const syncRoutes: Addresses<typeof syncApi> = {
  push: { method: 'POST', path: '/api/sync/push' },
  pull: { method: 'GET', path: '/api/sync/pull' },
}

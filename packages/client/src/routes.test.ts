import { administrationApi } from '@doable/contracts/administration'
import { deliveryApi } from '@doable/contracts/delivery'
import { filterApi } from '@doable/contracts/filter'
import { historyApi } from '@doable/contracts/history'
import { labelApi } from '@doable/contracts/label'
import { listApi } from '@doable/contracts/list'
import { notificationApi } from '@doable/contracts/notification'
import { notificationSettingsApi } from '@doable/contracts/notification-settings'
import { pushApi } from '@doable/contracts/push'
import { smsApi } from '@doable/contracts/sms'
import { statusApi } from '@doable/contracts/status'
import { syncApi } from '@doable/contracts/sync'
import { taskApi } from '@doable/contracts/task-api'
import { userApi } from '@doable/contracts/user'
import { webhookApi } from '@doable/contracts/webhook'
import { expect, test } from 'vitest'
import { administrationRoutes } from './administration-api.ts'
import { historyRoutes } from './history-api.ts'
import { deliveryRoutes, notificationSettingsRoutes } from './notification-settings-api.ts'
import { pushRoutes } from './push-here.ts'
import * as routes from './routes.ts'
import { smsRoutes } from './sms-api.ts'
import { statusRoutes } from './status-api.ts'
import { webhookRoutes } from './webhook-api.ts'

/** Each service has the one route of its own. */
const ofServices = {
  user: statusApi('user').status,
  task: statusApi('task').status,
  notification: statusApi('notification').status,
}

const addresses = (table: Record<string, { method: string; path: string }>) =>
  Object.fromEntries(Object.entries(table).map(([name, { method, path }]) => [name, { method, path }]))

// What the provider reports is not asked by people.
const { smsStatus: _, ...ofPeople } = smsApi

test.each([
  [routes.userRoutes, userApi],
  [routes.listRoutes, listApi],
  [routes.filterRoutes, filterApi],
  [routes.labelRoutes, labelApi],
  [routes.taskRoutes, taskApi],
  [historyRoutes, historyApi],
  [routes.notificationRoutes, notificationApi],
  [notificationSettingsRoutes, notificationSettingsApi],
  [deliveryRoutes, deliveryApi],
  [webhookRoutes, webhookApi],
  [smsRoutes, ofPeople],
  [pushRoutes, pushApi],
  [administrationRoutes, administrationApi],
  [statusRoutes, ofServices],
  [routes.syncRoutes, syncApi],
])('knows every route of the contracts (table %#)', (known, contract) => {
  expect(known).toEqual(addresses(contract))
})

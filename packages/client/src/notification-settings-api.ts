import type { deliveryApi as DeliveryApi } from '@doable/contracts/delivery'
import type { notificationSettingsApi as SettingsApi } from '@doable/contracts/notification-settings'
import { createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

export const notificationSettingsRoutes: Addresses<typeof SettingsApi> = {
  settings: { method: 'GET', path: '/api/notifications/settings' },
  changeSettings: { method: 'PATCH', path: '/api/notifications/settings' },
  test: { method: 'POST', path: '/api/notifications/settings/test' },
}
export const deliveryRoutes: Addresses<typeof DeliveryApi> = {
  deliveries: { method: 'GET', path: '/api/notifications/deliveries' },
  replay: { method: 'POST', path: '/api/notifications/deliveries/:id/replay' },
}

/** How a person is told of news, and what became of it; asked for only where somebody looks at it. */
export const notificationSettingsApi = createApi<typeof SettingsApi>(notificationSettingsRoutes)
export const deliveryApi = createApi<typeof DeliveryApi>(deliveryRoutes)

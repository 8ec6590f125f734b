import { deliveryApi, notificationSettingsApi } from '@doable/client/notification-settings-api'
import type { Delivery } from '@doable/contracts/delivery'
import type { Channel } from '@doable/contracts/notification-settings'

const looks = 10
const rest = () => new Promise((done) => setTimeout(done, 1000))

/**
 * Sends a test message and answers what has become of it; it may still be waiting after ten seconds. Of several devices the one
 * that it went worst for. Throws `ApiError`.
 */
export async function sendTest(channel: Channel): Promise<Delivery | undefined> {
  await notificationSettingsApi.test({ body: { channel } })
  let latest: Delivery | undefined
  for (let look = 0; look < looks; look++) {
    if (look > 0) await rest()
    const { items } = await deliveryApi.deliveries({ query: { channel, limit: 50 } })
    latest = worst(items)
    if (latest && latest.state !== 'waiting') break
  }
  return latest
}

function worst(items: readonly Delivery[]): Delivery | undefined {
  const newest = items.find(({ kind }) => kind === 'test')
  const same = items.filter(({ notificationId }) => notificationId === newest?.notificationId)
  const of = (state: Delivery['state']) => same.find((each) => each.state === state)
  return of('waiting') ?? of('failed') ?? newest
}

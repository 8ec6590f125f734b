import { createECDH } from 'node:crypto'
import type { NewPushDevice } from '@doable/contracts/push'
import { placeOf, RefusedAddress } from '@doable/service-kit/outbound-address'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'

/** What says that it comes from a browser could say anything. @throws 400 where nothing could ever be sent */
export async function refuseUseless({ config }: Platform, { endpoint, keys }: NewPushDevice): Promise<void> {
  if (!isOnCurve(keys.p256dh)) throw refused('/keys/p256dh', 'must be a point on P-256')
  try {
    await placeOf(config, endpoint)
  } catch (error) {
    // A name that nobody knows now may be known when something is sent; it is looked up anew then.
    if (error instanceof RefusedAddress) throw refused('/endpoint', error.message)
  }
}

const refused = (pointer: string, detail: string) =>
  problem(400, 'bad-push-subscription', detail, [{ pointer, detail }])

function isOnCurve(point: string): boolean {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  try {
    pair.computeSecret(point, 'base64url')
    return true
  } catch {
    return false
  }
}

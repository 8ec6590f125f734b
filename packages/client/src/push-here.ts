import type { pushApi as PushApi, PushDevice } from '@doable/contracts/push'
import { ApiError, createApi } from './route-client.ts'
import type { Addresses } from './routes.ts'

export const pushRoutes: Addresses<typeof PushApi> = {
  pushKey: { method: 'GET', path: '/api/push/key' },
  pushDevices: { method: 'GET', path: '/api/push/devices' },
  addPushDevice: { method: 'POST', path: '/api/push/devices' },
  seePushDevice: { method: 'POST', path: '/api/push/devices/seen' },
  removePushDevice: { method: 'DELETE', path: '/api/push/devices/:id' },
}
/** The browsers that news is pushed to; asked for only where somebody looks at them. */
export const pushApi = createApi<typeof PushApi>(pushRoutes)

/**
 * Whether news is pushed to this browser: `insecure` without https, `unable` where the browser or this page knows nothing of
 * push, `refused` where the person said no to the browser. `device` is what the server calls it.
 */
export type PushHere =
  | { state: 'insecure' | 'unable' | 'refused' | 'off' }
  | { state: 'on'; device: PushDevice }

async function workerHere(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return undefined
  return navigator.serviceWorker.getRegistration()
}

/**
 * Asks the server too, which notes that this browser is in use. A subscription that it does not know (signed out here since,
 * or somebody else's) is given up. Throws without a connection.
 */
export async function pushHere(): Promise<PushHere> {
  if (!window.isSecureContext) return { state: 'insecure' }
  const worker = await workerHere()
  if (!worker) return { state: 'unable' }
  if (Notification.permission === 'denied') return { state: 'refused' }
  const subscription = await worker.pushManager.getSubscription()
  if (!subscription) return { state: 'off' }
  try {
    const device = await pushApi.seePushDevice({ body: { endpoint: subscription.endpoint } })
    return { state: 'on', device }
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error
    await subscription.unsubscribe()
    return { state: 'off' }
  }
}

/** Asks the person where they have not been asked: to be called when they press a button and at no other time. */
export async function turnPushOn(): Promise<PushHere> {
  if ((await Notification.requestPermission()) !== 'granted') return pushHere()
  const { publicKey } = await pushApi.pushKey()
  const { pushManager } = await navigator.serviceWorker.ready
  // One of before may have been made with other keys.
  await (await pushManager.getSubscription())?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint = '', keys: { p256dh = '', auth = '' } = {} } = subscription.toJSON()
  try {
    return {
      state: 'on',
      device: await pushApi.addPushDevice({ body: { endpoint, keys: { p256dh, auth } } }),
    }
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
}

/** What is pushed is thrown away by the browser from then on, whether or not the server hears of it. */
export async function turnPushOff({ id }: PushDevice): Promise<PushHere> {
  const worker = await workerHere()
  await (await worker?.pushManager.getSubscription())?.unsubscribe()
  await pushApi.removePushDevice({ params: { id } })
  return { state: 'off' }
}

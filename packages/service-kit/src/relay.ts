import { AsyncLocalStorage } from 'node:async_hooks'
import type { ModelStatic } from 'sequelize'
import type { Bus } from './bus.ts'
import type { Clock } from './clock.ts'
import type { DomainEvent } from './event-log.ts'
import type { StoredEvent } from './event-tables.ts'
import type { Logger } from './log.ts'
import { instant, json } from './rows.ts'

const batch = 100
const firstWait = 100
const longestWait = 10_000

/**
 * Sends what was recorded and not yet sent, oldest first. It marks rows after they were delivered: a crash in between
 * delivers twice, which consumers recognise, and never loses one.
 */
export class Relay {
  readonly #events: ModelStatic<StoredEvent>
  readonly #bus: Bus
  readonly #clock: Clock
  readonly #log: Logger
  #running: Promise<void> | undefined
  #again = false
  #stopped = false
  /** Whoever pokes may be in the middle of a request; what is sent is none of its doing. */
  readonly #apart = AsyncLocalStorage.snapshot()
  #failures = 0
  #retry: NodeJS.Timeout | undefined

  constructor(events: ModelStatic<StoredEvent>, bus: Bus, clock: Clock, log: Logger) {
    this.#events = events
    this.#bus = bus
    this.#clock = clock
    this.#log = log
  }

  /** Something new may be there. */
  poke(): void {
    if (!this.#stopped) void this.#apart(() => this.drain())
  }

  /** Resolves when all that was there has been sent, or sending has failed and will be tried again. */
  drain(): Promise<void> {
    this.#again = true
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      if (this.#again && !this.#retry) this.poke()
    })
    return this.#running
  }

  /** Sends what is left once more, then nothing. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#retry)
    await this.drain()
    clearTimeout(this.#retry)
  }

  async #run(): Promise<void> {
    clearTimeout(this.#retry)
    this.#retry = undefined
    try {
      while (this.#again) {
        this.#again = false
        if ((await this.#sendBatch()) === batch) this.#again = true
      }
      this.#failures = 0
    } catch (error) {
      this.#later(error)
    }
  }

  #later(error: unknown): void {
    const wait = Math.min(firstWait * 2 ** this.#failures, longestWait)
    this.#failures += 1
    this.#log.warn({ err: error, wait }, 'events wait to be sent')
    if (!this.#stopped) this.#retry = setTimeout(() => void this.drain(), wait).unref()
  }

  async #sendBatch(): Promise<number> {
    const rows = await this.#events.findAll({
      where: { publishedAt: null },
      order: [['id', 'ASC']],
      limit: batch,
      raw: true,
    })
    const sent: string[] = []
    try {
      for (const row of rows) {
        await this.#bus.publish(eventOf(row))
        sent.push(row.id)
      }
    } finally {
      const publishedAt = this.#clock.now()
      if (sent.length) await this.#events.update({ publishedAt }, { where: { id: sent } })
    }
    return rows.length
  }
}

/** The event a row holds. */
export const eventOf = (row: StoredEvent): DomainEvent => ({
  id: row.id,
  type: row.type,
  scopeId: row.scopeId,
  subjectId: row.subjectId,
  actorId: row.actorId,
  audience: json<string[]>(row.audience),
  data: json(row.data),
  at: instant(row.createdAt),
})

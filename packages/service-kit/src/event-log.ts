import type { ModelStatic, Transaction } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from './clock.ts'
import type { StoredEvent } from './event-tables.ts'
import { insert } from './insert.ts'
import { currentTraceparent } from './tracing/trace.ts'

/** What others are told; `data` is what the event type's contract says. */
export type DomainEvent = {
  id: string
  type: string
  /** The list or the person it happened in; events of one scope arrive in order. */
  scopeId: string
  subjectId: string
  actorId: string
  /** The people who may know of it. */
  audience: string[]
  data: unknown
  at: string
  /** The act that it came of, as a `traceparent`. */
  trace?: string
}
export type NewEvent = Omit<DomainEvent, 'id' | 'at' | 'trace'>

/** A service's own record of what happened. */
export class EventLog {
  readonly model: ModelStatic<StoredEvent>
  readonly #clock: Clock
  readonly #committed: () => void
  constructor(model: ModelStatic<StoredEvent>, clock: Clock, committed: () => void) {
    this.model = model
    this.#clock = clock
    this.#committed = committed
  }

  /** Records events in the caller's transaction: they leave if and only if it commits, soon after. Answers their ids. */
  async append(tx: Transaction, ...events: NewEvent[]): Promise<string[]> {
    if (events.length === 0) return []
    const createdAt = this.#clock.now()
    const traceparent = currentTraceparent()
    const rows = events.map((event) => ({
      ...event,
      id: uuidv7(),
      audience: JSON.stringify(event.audience),
      data: JSON.stringify(event.data ?? null),
      createdAt,
      traceparent,
    }))
    await insert(this.model, rows, tx)
    tx.afterCommit(() => this.#committed())
    return rows.map((row) => row.id)
  }
}

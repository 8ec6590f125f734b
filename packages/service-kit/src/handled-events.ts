import { setTimeout as wait } from 'node:timers/promises'
import { type ModelStatic, type Sequelize, type Transaction, UniqueConstraintError } from 'sequelize'
import type { Clock } from './clock.ts'
import { dialectOf } from './database.ts'
import type { DomainEvent } from './event-log.ts'
import type { HandledEvent } from './event-tables.ts'
import type { Logger } from './log.ts'
import { inTransaction } from './transaction.ts'

export type Effect = (event: DomainEvent, tx: Transaction) => Promise<void>
type Book = { db: Sequelize; model: ModelStatic<HandledEvent>; clock: Clock; log: Logger; waits?: number[] }

/** Milliseconds before a failed effect is tried again; after the last it is given up. */
const standardWaits = [50, 250, 1000, 3000]

/**
 * Makes an effect happen once per event however often the event comes: the event's id is written in the same
 * transaction. What keeps failing is written down with its reason instead of blocking all that follows; trouble of
 * the database (full, busy, away) is not held against the event and goes to the caller, who tries again later.
 */
export function onceEach(book: Book, effect: Effect): (event: DomainEvent) => Promise<void> {
  const waits = book.waits ?? standardWaits
  return async (event) => {
    for (let tries = 0; ; tries += 1) {
      try {
        await handle(book, event, effect)
        return
      } catch (error) {
        if (dialectOf(book.db).trouble(error)) throw error
        book.log.error({ err: error, event: event.id, type: event.type }, 'an event could not be handled')
        const pause = waits[tries]
        if (pause === undefined) return giveUp(book, event, error)
        await wait(pause)
      }
    }
  }
}

async function handle({ db, model, clock }: Book, event: DomainEvent, effect: Effect): Promise<void> {
  await inTransaction(db, async (transaction) => {
    if (await model.findByPk(event.id, { transaction, raw: true })) return
    const row = { eventId: event.id, type: event.type, handledAt: clock.now() }
    await model.create(row, { transaction })
    await effect(event, transaction)
  })
}

async function giveUp({ model, clock }: Book, event: DomainEvent, error: unknown): Promise<void> {
  const failure = String(error instanceof Error ? error.message : error).slice(0, 1000)
  try {
    await model.create({ eventId: event.id, type: event.type, handledAt: clock.now(), failure })
  } catch (second) {
    if (!(second instanceof UniqueConstraintError)) throw second
  }
}

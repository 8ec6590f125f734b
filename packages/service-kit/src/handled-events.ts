import { setTimeout as wait } from 'node:timers/promises'
import { type ModelStatic, QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import type { Consumer } from './bus.ts'
import type { Clock } from './clock.ts'
import { dialectOf } from './database.ts'
import type { DeadLetters } from './dead-letter.ts'
import type { DomainEvent } from './event-log.ts'
import type { HandledEvent } from './event-tables.ts'
import { insert } from './insert.ts'
import type { Logger } from './log.ts'
import { traceOfEvent } from './tracing/events.ts'
import { within } from './tracing/trace.ts'
import { inTransaction } from './transaction.ts'

export type Effect = (event: DomainEvent, tx: Transaction) => Promise<void>
type Book = {
  group: string
  db: Sequelize
  model: ModelStatic<HandledEvent>
  dead: Pick<DeadLetters, 'add'>
  clock: Clock
  log: Logger
  waits?: number[]
}

/** Milliseconds before a failed effect is tried again; after the last it is given up. */
const standardWaits = [50, 250, 1000, 3000]
/** How long a transaction goes on taking events: meanwhile nobody else can write to SQLite. */
const longestMs = 20

/**
 * Makes an effect happen once per event however often the event comes: the event's id is written in the same
 * transaction. As many events as fit into a moment share one. What fails is tried again by itself while the events of
 * other scopes go on; what keeps failing is put aside with its reason, so that what follows in its scope goes on too.
 * Trouble of the database (full, busy, away) is not held against an event and goes to the caller, who tries again later.
 */
export function onceEach(book: Book, effect: Effect): Consumer {
  const handleAll: Consumer = async (events) => {
    const slow: Promise<void>[] = []
    try {
      for (let rest = events; rest.length; ) {
        const { done, error } = await handle(book, rest, effect)
        rest = rest.slice(done)
        const [bad] = rest
        if (!error || !bad) continue
        const held = rest.filter(({ scopeId }) => scopeId === bad.scopeId)
        rest = rest.filter(({ scopeId }) => scopeId !== bad.scopeId)
        const late = within(traceOfEvent(bad), () => persist(book, bad, effect, error)).then(() =>
          handleAll(held.slice(1)),
        )
        late.catch(() => {})
        slow.push(late)
      }
    } finally {
      await Promise.allSettled(slow)
    }
    await Promise.all(slow)
  }
  return handleAll
}

/** @returns how many of the first are done for good, and why the next one is not, where that is known */
async function handle(book: Book, events: DomainEvent[], effect: Effect, most = events.length) {
  let reached = 0
  try {
    const done = await inTransaction(book.db, (tx) => {
      reached = 0
      return handleSome(book, events.slice(0, most), effect, tx, () => {
        reached += 1
      })
    })
    return { done }
  } catch (error) {
    if (dialectOf(book.db).trouble(error)) throw error
    // What was done before it went with it: once more without it.
    const before: number = Math.min(reached, most - 1)
    if (before === 0) return { done: 0, error }
    return handle(book, events, effect, before)
  }
}

async function handleSome(
  { model, clock }: Book,
  events: DomainEvent[],
  effect: Effect,
  transaction: Transaction,
  reached: () => void,
): Promise<number> {
  const handled = await handledOf(model, events, transaction)
  const rows: { eventId: string; type: string; handledAt: Date }[] = []
  const until = performance.now() + longestMs
  let done = 0
  for (const event of events) {
    if (done > 0 && performance.now() > until) break
    done += 1
    if (!handled.has(event.id)) {
      handled.add(event.id)
      rows.push({ eventId: event.id, type: event.type, handledAt: clock.now() })
      await effect(event, transaction)
    }
    reached()
  }
  if (rows.length) await insert(model, rows, transaction)
  return done
}

async function handledOf(model: Book['model'], events: DomainEvent[], transaction: Transaction) {
  const db = model.sequelize as Sequelize
  const sql = `SELECT "eventId" FROM "${model.tableName}" WHERE "eventId" IN ${dialectOf(db).idsIn('$ids')}`
  const bind = { ids: JSON.stringify(events.map(({ id }) => id)) }
  const rows = await db.query<{ eventId: string }>(sql, { bind, transaction, type: QueryTypes.SELECT })
  return new Set(rows.map(({ eventId }) => eventId))
}

/** Tries one event that failed again and again; in the end it is handled or put aside. */
async function persist(book: Book, event: DomainEvent, effect: Effect, first: unknown): Promise<void> {
  const waits = book.waits ?? standardWaits
  let failure: unknown = first
  for (const pause of waits) {
    book.log.error({ err: failure, event: event.id, type: event.type }, 'an event could not be handled')
    await wait(pause)
    const { error } = await handle(book, [event], effect)
    if (!error) return
    failure = error
  }
  book.log.error({ err: failure, event: event.id, type: event.type }, 'an event was put aside')
  await book.dead.add(book.group, event, failure, waits.length + 1)
}

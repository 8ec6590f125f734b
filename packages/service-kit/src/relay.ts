import { AsyncLocalStorage } from 'node:async_hooks'
import { type ModelStatic, Op, QueryTypes, type Sequelize } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import type { Bus } from './bus.ts'
import type { Clock } from './clock.ts'
import { dialectOf } from './database.ts'
import { eventOf, type StoredEvent } from './event-tables.ts'
import type { Logger } from './log.ts'
import { sendTraced } from './tracing/events.ts'
import { type Tracing, untraced } from './tracing/tracing.ts'

const batch = 200
const gatherMs = 20
const firstWait = 100
const longestWait = 5_000
/** How often it looks for what another process recorded and left behind, or a person wants sent again. */
const lookEvery = 2_000
/**
 * What was sent so lately may have been lost with a broker that broke, although it said that it had it: one that has taken
 * over may not have got all of the one before it.
 */
const lately = 30_000
const longestDelay = 60 * 60 * 1000

type Ground = {
  service: string
  events: ModelStatic<StoredEvent>
  bus: Bus
  clock: Clock
  log: Logger
  tracing?: Tracing
}

/**
 * Sends what was recorded and not yet sent, in the order in which it was recorded; of several processes one at a time. It
 * marks rows after they were delivered: a crash in between delivers twice, which consumers recognise, and never loses one.
 */
export class Relay {
  readonly #ground: Ground
  readonly #db: Sequelize
  #running: Promise<void> | undefined
  #again = false
  #stopped = false
  /** Whoever pokes may be in the middle of a request; what is sent is none of its doing. */
  readonly #apart = AsyncLocalStorage.snapshot()
  #failures = 0
  #breaks = 0
  #retry: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(ground: Ground) {
    this.#ground = ground
    this.#db = ground.events.sequelize as Sequelize
  }

  /** Sends what is there, and looks now and then for more. */
  start(): void {
    this.poke()
    this.#looking = setInterval(() => this.#look(), lookEvery).unref()
  }

  /**
   * Something new may be there. What comes after a pause is sent at once; what follows it within a moment goes together, as
   * one costs nearly as much as many.
   */
  poke(): void {
    if (this.#stopped || this.#gathering) return
    const wait = Math.max(0, this.#sentAt + gatherMs - performance.now())
    if (wait > 0) this.#gathering = this.#apart(() => setTimeout(() => this.#send(), wait))
    else this.#send()
  }

  #send(): void {
    this.#gathering = undefined
    this.#sentAt = performance.now()
    void this.#apart(() => this.drain())
  }

  /** Resolves when all that was there has been sent, by whichever process, or sending has failed and will be tried again. */
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
    clearInterval(this.#looking)
    clearTimeout(this.#gathering)
    clearTimeout(this.#retry)
    await this.drain()
    clearTimeout(this.#retry)
  }

  #look(): void {
    if (this.#running || this.#retry) return
    const broke = this.#breaks !== this.#ground.bus.breaks
    this.#unsent(1).then(
      ([row]) => (row || broke) && this.poke(),
      (error: unknown) => this.#later(error),
    )
  }

  async #run(): Promise<void> {
    clearTimeout(this.#retry)
    this.#retry = undefined
    const { bus, service } = this.#ground
    try {
      while (this.#again) {
        this.#again = false
        await bus.alone(service, async (goOn) => {
          while ((await this.#sendBatch()) === batch && (await goOn()));
        })
      }
      this.#failures = 0
    } catch (error) {
      this.#later(error)
    }
  }

  #later(error: unknown): void {
    const wait = Math.min(firstWait * 2 ** this.#failures, longestWait)
    this.#failures += 1
    // The first says it; while something is away, the rest say the same.
    const level = this.#failures === 1 ? 'warn' : 'debug'
    this.#ground.log[level]({ err: error, wait }, 'events wait to be sent')
    if (!this.#stopped) this.#retry = setTimeout(() => void this.drain(), wait).unref()
  }

  async #sendBatch(): Promise<number> {
    const { bus, service, events, clock, tracing = untraced } = this.#ground
    if (this.#breaks !== bus.breaks) await this.#takeBack(bus.breaks)
    const rows = await this.#unsent(batch)
    if (rows.length === 0) return 0
    await sendTraced(tracing, service, rows.map(eventOf), (sent) => bus.publish(sent))
    const ids = JSON.stringify(rows.map(({ id }) => id))
    const { idsIn } = dialectOf(this.#db)
    const sql = `UPDATE "${events.tableName}" SET "publishedAt" = $at WHERE "id" IN ${idsIn('$ids')}`
    await this.#db.query(sql, { bind: { at: clock.now(), ids }, type: QueryTypes.UPDATE })
    return rows.length
  }

  /** Sends what was sent lately once more; whoever had it knows. Rows are found by their ids, which begin with a time. */
  async #takeBack(breaks: number): Promise<void> {
    const { events, clock } = this.#ground
    const now = clock.now().getTime()
    const id = { [Op.gte]: uuidv7({ msecs: Math.max(0, Date.now() - longestDelay), seq: 0 }) }
    const publishedAt = { [Op.gte]: new Date(now - lately) }
    await events.update({ publishedAt: null }, { where: { id, publishedAt } })
    this.#breaks = breaks
  }

  #unsent(most: number): Promise<StoredEvent[]> {
    const { events } = this.#ground
    const { written, first } = dialectOf(this.#db)
    const columns = Object.keys(events.getAttributes()).map((name) => `"${name}"`)
    const waiting = `"${events.tableName}" WHERE "publishedAt" IS NULL`
    const sql = `SELECT ${columns} FROM ${waiting} ORDER BY ${written} ${first(most)}`
    return this.#db.query<StoredEvent>(sql, { type: QueryTypes.SELECT })
  }
}

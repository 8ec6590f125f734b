import {
  literal,
  type ModelStatic,
  QueryTypes,
  type Sequelize,
  type Transaction,
  UniqueConstraintError,
} from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { backOff } from './back-off.ts'
import type { Clock } from './clock.ts'
import { type Dialect, dialectOf } from './database.ts'
import type { Claim, ClaimedRow } from './dialects/dialect.ts'
import type { JobRow } from './job-table.ts'
import { JobTurns } from './job-turns.ts'
import { pieces } from './pieces.ts'
import { instant, json } from './rows.ts'
import { currentTrace, currentTraceparent } from './tracing/trace.ts'

/**
 * `key` names the work within its queue: put twice, it is there once, at the later put's moment. Nobody waits for all
 * the work of another `owner`.
 */
export type NewJob = { queue: string; key?: string; owner?: string; runAt: Date; payload: unknown }
export type KeyedJob = Omit<NewJob, 'queue'> & { key: string }
/** A job in the hands of one worker until its lease runs out. `attempts` counts this one. */
export type Job = {
  id: string
  queue: string
  key: string | null
  owner: string | null
  attempts: number
  payload: unknown
  runAt: string
  lease: string
  /** The act that it came of, as a `traceparent`. */
  trace: string | null
}

/** Thrown by a worker: whoever it asked wants to be left alone for so long. */
export class TryLater extends Error {
  readonly seconds: number
  constructor(message: string, seconds: number) {
    super(message)
    this.seconds = seconds
  }
}

const leaseMs = 60_000
/** Durable work: rows that are claimed under a lease, deleted when done, put back when failed. */
export class Jobs {
  readonly model: ModelStatic<JobRow>
  readonly #clock: Clock
  readonly #turns = new Map<string, JobTurns>()
  constructor(model: ModelStatic<JobRow>, clock: Clock) {
    this.model = model
    this.#clock = clock
  }

  /** Has work done at a moment. One that waits under the same key is moved; one under way or given up stays as it is. */
  async put(job: NewJob, tx?: Transaction): Promise<void> {
    const { queue, key: dedupeKey = null, owner = null, runAt } = job
    const payload = JSON.stringify(job.payload ?? null)
    if (dedupeKey !== null) {
      const where = { queue, dedupeKey, state: 'waiting' }
      const [moved] = await this.model.update(
        { runAt, payload, owner },
        { where, ...(tx && { transaction: tx }) },
      )
      if (moved > 0) return
    }
    const made = { id: uuidv7(), traceparent: actOf(queue) }
    const row = { ...made, queue, dedupeKey, owner, state: 'waiting', runAt, attempts: 0, payload }
    try {
      await this.model.create({ ...row, createdAt: this.#clock.now() }, { ...(tx && { transaction: tx }) })
    } catch (error) {
      if (!(error instanceof UniqueConstraintError)) throw error
    }
  }

  /**
   * The same for many keys of a queue, in a few statements for all of them: one by one, thousands of them would keep
   * everybody else from writing.
   */
  async putAll(queue: string, jobs: KeyedJob[], transaction: Transaction) {
    const keys = jobs.map(({ key }) => key)
    await this.cancelAll(queue, keys, transaction)
    const kept = new Set<string | null>()
    for (const dedupeKey of pieces(keys))
      for (const row of await this.model.findAll({ where: { queue, dedupeKey }, raw: true, transaction }))
        kept.add(row.dedupeKey)
    const [createdAt, traceparent] = [this.#clock.now(), actOf(queue)]
    const rows = jobs
      .filter(({ key }) => !kept.has(key))
      .map(({ key: dedupeKey, owner = null, runAt, payload: given }) => {
        const payload = JSON.stringify(given ?? null)
        return {
          id: uuidv7(),
          queue,
          dedupeKey,
          owner,
          state: 'waiting',
          runAt,
          attempts: 0,
          payload,
          createdAt,
          traceparent,
        }
      })
    for (const some of pieces(rows)) await this.model.bulkCreate(some, { transaction })
  }

  /** Which of these keys wait to be done. */
  async waiting(queue: string, keys: string[], transaction: Transaction): Promise<Set<string>> {
    const found = new Set<string>()
    for (const dedupeKey of pieces(keys)) {
      const where = { queue, dedupeKey, state: 'waiting' }
      const rows = await this.model.findAll({ where, attributes: ['dedupeKey'], raw: true, transaction })
      for (const row of rows) found.add(String(row.dedupeKey))
    }
    return found
  }

  /** What is under way or given up stays. */
  async cancelAll(queue: string, keys: string[], transaction: Transaction): Promise<void> {
    for (const dedupeKey of pieces(keys))
      await this.model.destroy({ where: { queue, dedupeKey, state: 'waiting' }, transaction })
  }

  /** Answers whether it was still waiting. */
  async cancel(queue: string, key: string, tx?: Transaction): Promise<boolean> {
    const where = { queue, dedupeKey: key, state: 'waiting' }
    return (await this.model.destroy({ where, ...(tx && { transaction: tx }) })) > 0
  }

  /** Takes up to `most` due jobs: the longest due first, but people with many take turns with all others. */
  async claim(queue: string, most: number): Promise<Job[]> {
    const now = this.#clock.now()
    const lease = uuidv7()
    const wanted = { queue, now, lease, leaseUntil: new Date(now.getTime() + leaseMs) }
    const take = (count: number, which: Pick<Claim, 'of' | 'but'>) =>
      this.#dialect.claim(this.#db, this.model.tableName, { ...wanted, most: count, ...which })
    const turns = this.#turns.get(queue) ?? new JobTurns()
    this.#turns.set(queue, turns)
    const jobs = (await turns.take(most, take)).map((row) => jobOf(row, { queue, lease }))
    return jobs.sort((a, b) => (a.runAt < b.runAt ? -1 : 1))
  }

  /** Answers false where the lease had run out and the job is another's by now. */
  async done({ id, lease }: Job, tx?: Transaction): Promise<boolean> {
    return (await this.model.destroy({ where: { id, lease }, ...(tx && { transaction: tx }) })) > 0
  }

  /** The same for many of one claim, in a few statements. */
  async doneAll(jobs: readonly Job[]): Promise<void> {
    await this.#release(jobs, (where) => this.model.destroy({ where }))
  }

  /** Puts back what was taken and not begun: as if it had never been taken. */
  async giveBack(jobs: readonly Job[]): Promise<void> {
    const attempts = literal('attempts - 1')
    const row = { state: 'waiting', lease: null, leaseUntil: null, attempts } as object
    await this.#release(jobs, (where) => this.model.update(row, { where }))
  }

  async #release(jobs: readonly Job[], act: (where: { lease: string; id: string[] }) => Promise<unknown>) {
    for (const [lease, held] of Map.groupBy(jobs, (job) => job.lease))
      for (const some of pieces(held)) await act({ lease, id: some.map(({ id }) => id) })
  }

  /** Puts a job back for later; after `mostTries` it is kept as dead, for an administrator to see. */
  async fail({ id, lease, attempts }: Job, error: unknown, mostTries: number): Promise<'waiting' | 'dead'> {
    const state = attempts >= mostTries ? 'dead' : 'waiting'
    const failure = String(error instanceof Error ? error.message : error).slice(0, 1000)
    const asked = error instanceof TryLater ? error.seconds * 1000 : 0
    const runAt = new Date(this.#clock.now().getTime() + Math.max(backOff(attempts), asked))
    const row = { state, failure, lease: null, leaseUntil: null, ...(state === 'waiting' && { runAt }) }
    await this.model.update(row, { where: { id, lease } })
    return state
  }

  /** Puts back what a worker took and did not finish, having died. Answers how many. */
  async reap(): Promise<number> {
    const bind = { now: this.#clock.now() }
    const lost = `state = ${this.#dialect.constant('claimed')} AND leaseUntil < $now`
    if (!(await this.#first('leaseUntil', lost, bind))) return 0
    const free = `state = ${this.#dialect.constant('waiting')}, lease = NULL, leaseUntil = NULL`
    const sql = `UPDATE "${this.model.tableName}" SET ${free} WHERE ${lost}`
    return this.#db.query(sql, { bind, type: QueryTypes.BULKUPDATE })
  }

  /** Erases all work of somebody, whatever became of it. */
  async forget(owner: string, transaction: Transaction): Promise<void> {
    await this.model.destroy({ where: { owner }, transaction })
  }

  /** Whether there is anything to claim. */
  async due(queue: string): Promise<boolean> {
    const where = `queue = $queue AND state = ${this.#dialect.constant('waiting')} AND runAt <= $now`
    return this.#first('runAt', where, { queue, now: this.#clock.now() })
  }

  /** Whether there is a job under a condition that an index is made for; which one, by `column`, is not asked. */
  async #first(column: string, where: string, bind: Record<string, unknown>): Promise<boolean> {
    const from = `"${this.model.tableName}" WHERE ${where}`
    const sql = `SELECT ${column} FROM ${from} ORDER BY ${column} ${this.#dialect.first(1)}`
    return (await this.#db.query(sql, { bind, type: QueryTypes.SELECT })).length > 0
  }

  get #dialect(): Dialect {
    return dialectOf(this.#db)
  }
  get #db(): Sequelize {
    return this.model.sequelize as Sequelize
  }
}

/** What is put now comes of. A job that puts off the next of its kind would else make one trace of all there will ever be. */
const actOf = (queue: string): string | null =>
  currentTrace()?.queue === queue ? null : currentTraceparent()

const jobOf = (row: ClaimedRow, held: { queue: string; lease: string }): Job => ({
  id: row.id,
  key: row.dedupeKey,
  owner: row.owner,
  attempts: row.attempts,
  payload: json(row.payload),
  runAt: instant(row.runAt),
  trace: row.traceparent,
  ...held,
})

import type { Job, Jobs } from './jobs.ts'
import type { Logger } from './log.ts'
import { newTrace, readTrace, within } from './tracing/trace.ts'
import { follow, type Tracing } from './tracing/tracing.ts'

export type Worker = {
  /** Must end well within a minute, the length of the lease. What it throws puts the job back. */
  handle(job: Job): Promise<void>
  /** How many at once. */
  atOnce?: number
  /** After this many tries a job is dead. */
  mostTries?: number
  /** Asked before each job: false makes it and the rest of the queue wait for the next round, which is no try. */
  mayGoOn?(): Promise<boolean>
}
export type JobRunner = {
  /** Does all that is due now; resolves when nothing is. Tests call it after moving the clock. */
  tick(): Promise<void>
  stop(): Promise<void>
}
type Ground = { log: Logger; tracing: Tracing }
type Rules = Required<Omit<Worker, 'mayGoOn'>> & Pick<Worker, 'mayGoOn'>

const standard = { atOnce: 8, mostTries: 10 }
const soonMs = 100

/** Looks for due jobs of these queues every `pollMs` and does them, until stopped. No queue waits for another. */
export function startJobs(
  jobs: Jobs,
  workers: Record<string, Worker>,
  ground: Ground,
  pollMs = 1000,
): JobRunner {
  const { log } = ground
  const lanes = Object.entries(workers).map(([queue, worker]) => new Lane(jobs, queue, worker, ground))
  const round = async (work: (lane: Lane) => Promise<void>) => {
    await jobs.reap()
    await Promise.all(lanes.map(work))
  }
  const tick = () => round((lane) => lane.drainAgain())
  const wake = () => round((lane) => lane.drain()).catch((err) => log.warn({ err }, 'jobs wait'))
  const timer = setInterval(wake, pollMs)
  const stop = async () => {
    clearInterval(timer)
    await Promise.all(lanes.map((lane) => lane.stop()))
  }
  return { tick, stop }
}

/** Does the jobs of one queue, a few at once. */
class Lane {
  readonly #jobs: Jobs
  readonly #queue: string
  readonly #worker: Rules
  readonly #log: Logger
  readonly #tracing: Tracing
  readonly #busy = new Set<Promise<void>>()
  #done: Job[] = []
  #draining: Promise<void> | undefined
  #stopped = false
  #paused = false
  #ended = 0
  #soon: NodeJS.Timeout | undefined

  constructor(jobs: Jobs, queue: string, worker: Worker, { log, tracing }: Ground) {
    this.#jobs = jobs
    this.#queue = queue
    this.#worker = { ...standard, ...worker, handle: (job) => worker.handle(job) }
    this.#log = log
    this.#tracing = tracing
  }

  /** Answers when nothing is due any more, or not before a while. */
  drain(): Promise<void> {
    const before = this.#ended
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = undefined
      if (this.#ended > before && !this.#stopped) this.#lookSoon()
    })
    return this.#draining
  }

  /** The same, also of what has fallen due since a look that is under way. */
  async drainAgain(): Promise<void> {
    await this.#draining?.catch(() => {})
    await this.drain()
  }

  /** Where work was due, more often is a moment later: a reminder need not wait for the next look at everything. */
  #lookSoon(): void {
    clearTimeout(this.#soon)
    const look = () => this.drain().catch((err) => this.#log.warn({ err, queue: this.#queue }, 'jobs wait'))
    this.#soon = setTimeout(look, soonMs).unref()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#soon)
    await this.#draining?.catch(() => {})
  }

  async #drain(): Promise<void> {
    this.#paused = false
    try {
      for (let ended = this.#ended; !this.#stopped && (await this.#takeMore()); ended = this.#ended)
        // What ended meanwhile has left its place already.
        if (ended === this.#ended) await Promise.race(this.#busy)
    } finally {
      await Promise.all(this.#busy)
      await this.#finish()
    }
  }

  /** Fills the free places once half of them are: the more are claimed together, the less each costs. */
  async #takeMore(): Promise<boolean> {
    await this.#finish()
    const free = this.#worker.atOnce - this.#busy.size
    if (free * 2 < this.#worker.atOnce) return true
    if (this.#paused || !(await this.#jobs.due(this.#queue))) return this.#busy.size > 0
    await this.#begin(await this.#jobs.claim(this.#queue, free))
    return this.#busy.size > 0
  }

  async #begin(claimed: Job[]): Promise<void> {
    for (const [at, job] of claimed.entries()) {
      this.#paused = (await this.#worker.mayGoOn?.()) === false
      if (this.#paused) return this.#jobs.giveBack(claimed.slice(at))
      const work = this.#perform(job).finally(() => {
        this.#busy.delete(work)
        this.#ended += 1
      })
      this.#busy.add(work)
    }
  }

  /** What is done is noted together with all that is done at the same time. */
  async #finish(): Promise<void> {
    await this.#jobs.doneAll(this.#done.splice(0))
  }

  async #perform(job: Job): Promise<void> {
    const trace = { ...(readTrace(job.trace) ?? newTrace(job.id)), queue: this.#queue }
    try {
      await follow(this.#tracing, aboutJob(job), trace, () => this.#worker.handle(job))
      this.#done.push(job)
    } catch (err) {
      await within(trace, () => this.#failed(job, err))
    }
  }

  async #failed(job: Job, err: unknown): Promise<void> {
    const { id, queue, attempts } = job
    try {
      const state = await this.#jobs.fail(job, err, this.#worker.mostTries)
      this.#log.warn({ err, job: id, queue, attempts, state }, 'a job failed')
    } catch (err) {
      // The lease runs out, and somebody else does it.
      this.#log.warn({ err, job: id, queue, attempts }, 'a job failed, and that could not be noted')
    }
  }
}

const aboutJob = ({ id, queue, attempts }: Job) =>
  ({
    name: `job ${queue}`,
    kind: 'consumer',
    attributes: { 'doable.queue': queue, 'doable.job': id, 'doable.attempt': attempts },
  }) as const

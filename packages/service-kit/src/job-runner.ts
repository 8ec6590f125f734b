import type { Job, Jobs } from './jobs.ts'
import type { Logger } from './log.ts'

export type Worker = {
  /** Must end well within a minute, the length of the lease. What it throws puts the job back. */
  handle(job: Job): Promise<void>
  /** How many at once. */
  atOnce?: number
  /** After this many tries a job is dead. */
  mostTries?: number
}
export type JobRunner = {
  /** Does all that is due now; resolves when nothing is. Tests call it after moving the clock. */
  tick(): Promise<void>
  stop(): Promise<void>
}

const standard = { atOnce: 8, mostTries: 10 }

/** Looks for due jobs of these queues every `pollMs` and does them, until stopped. */
export function startJobs(
  jobs: Jobs,
  workers: Record<string, Worker>,
  log: Logger,
  pollMs = 1000,
): JobRunner {
  let stopped = false
  let running: Promise<void> | undefined
  const round = async () => {
    await jobs.reap()
    for (const [queue, worker] of Object.entries(workers)) await drain(queue, worker)
  }
  const drain = async (queue: string, worker: Worker) => {
    while (!stopped && (await jobs.due(queue))) {
      const batch = await jobs.claim(queue, worker.atOnce ?? standard.atOnce)
      await Promise.all(batch.map((job) => perform(jobs, worker, job, log)))
      if (batch.length === 0) return
    }
  }
  const tick = () => {
    running ??= round().finally(() => {
      running = undefined
    })
    return running
  }
  const timer = setInterval(() => {
    tick().catch((err) => log.warn({ err }, 'jobs wait'))
  }, pollMs)
  const stop = async () => {
    stopped = true
    clearInterval(timer)
    await running?.catch(() => {})
  }
  return { tick, stop }
}

async function perform(jobs: Jobs, worker: Worker, job: Job, log: Logger): Promise<void> {
  try {
    await worker.handle(job)
  } catch (error) {
    const state = await jobs.fail(job, error, worker.mostTries ?? standard.mostTries)
    log.warn({ err: error, job: job.id, queue: job.queue, attempts: job.attempts, state }, 'a job failed')
    return
  }
  await jobs.done(job)
}

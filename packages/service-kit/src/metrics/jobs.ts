import type { Clock } from '../clock.ts'
import { jobFigures, jobsWaiting, type QueueFigures } from '../job-figures.ts'
import type { Jobs } from '../jobs.ts'
import { askedGauge, type Metrics } from './metrics.ts'
import { remembered } from './remembered.ts'

/** What is due of each queue and since when, what waits in all, and what was given up. */
export function measureJobs(jobs: Jobs, queues: string[], clock: Clock, metrics: Metrics): void {
  const look = remembered(clock, 5, () => jobFigures(jobs, queues, clock))
  const tell = (name: string, help: string, figureOf: (figures: QueueFigures) => number) =>
    askedGauge(metrics, { name, help, labelNames: ['queue'] }, async (gauge) => {
      for (const figures of await look()) gauge.set({ queue: figures.queue }, figureOf(figures))
    })
  tell('doable_jobs_overdue', 'Jobs that are due and not taken up yet.', ({ due }) => due)
  const age = 'How long the job that is due longest has waited; 0 where none is due.'
  tell('doable_jobs_overdue_seconds', age, ({ dueSeconds }) => dueSeconds)
  tell('doable_jobs_dead', 'Jobs that were given up after all tries.', ({ dead }) => dead)
  const waiting = remembered(clock, 300, () => jobsWaiting(jobs, queues))
  const help = 'Jobs that wait for their moment, due or not; counted every five minutes.'
  askedGauge(metrics, { name: 'doable_jobs_waiting', help, labelNames: ['queue'] }, async (gauge) => {
    for (const [queue, count] of await waiting()) gauge.set({ queue }, count)
  })
}

import { Op } from 'sequelize'
import type { Clock } from '../clock.ts'
import type { Jobs } from '../jobs.ts'
import { askedGauge, type Metrics } from './metrics.ts'

/** What is due of each queue and since when, and what was given up. What is not due yet costs nothing to look at. */
export function measureJobs(jobs: Jobs, queues: string[], clock: Clock, metrics: Metrics): void {
  const labelNames = ['queue']
  const due = (queue: string) => ({ queue, state: 'waiting', runAt: { [Op.lte]: clock.now() } })
  const many = { name: 'doable_jobs_overdue', help: 'Jobs that are due and not taken up yet.', labelNames }
  askedGauge(metrics, many, async (gauge) => {
    for (const queue of queues) gauge.set({ queue }, await jobs.model.count({ where: due(queue) }))
  })
  const help = 'How long the job that is due longest has waited; 0 where none is due.'
  askedGauge(metrics, { name: 'doable_jobs_overdue_seconds', help, labelNames }, async (gauge) => {
    for (const queue of queues) {
      const order: [string, string][] = [
        ['runAt', 'ASC'],
        ['id', 'ASC'],
      ]
      const first = await jobs.model.findOne({ where: due(queue), order })
      gauge.set({ queue }, first ? (clock.now().getTime() - first.runAt.getTime()) / 1000 : 0)
    }
  })
  const dead = { name: 'doable_jobs_dead', help: 'Jobs that were given up after all tries.', labelNames }
  askedGauge(metrics, dead, async (gauge) => {
    for (const queue of queues)
      gauge.set({ queue }, await jobs.model.count({ where: { queue, state: 'dead' } }))
  })
}

import { Op } from 'sequelize'
import type { Clock } from './clock.ts'
import type { Jobs } from './jobs.ts'

/** How much of a queue is due and not taken up, for how long the first has been, and how much was given up. */
export type QueueFigures = { queue: string; due: number; dueSeconds: number; dead: number }

const order: [string, string][] = [
  ['runAt', 'ASC'],
  ['id', 'ASC'],
]

/** What concerns whoever runs it; what is not due yet costs nothing to look at. */
export const jobFigures = ({ model }: Jobs, queues: string[], clock: Clock): Promise<QueueFigures[]> =>
  Promise.all(
    queues.map(async (queue) => {
      const now = clock.now()
      const where = { queue, state: 'waiting', runAt: { [Op.lte]: now } }
      const first = await model.findOne({ where, order })
      const dueSeconds = first ? (now.getTime() - first.runAt.getTime()) / 1000 : 0
      const due = first ? await model.count({ where }) : 0
      return { queue, due, dueSeconds, dead: await model.count({ where: { queue, state: 'dead' } }) }
    }),
  )

/** How many wait by queue, due or not: of millions it is counted in an index, and not for every look. */
export async function jobsWaiting({ model }: Jobs, queues: string[]): Promise<Map<string, number>> {
  const count = async (queue: string) => model.count({ where: { queue, state: 'waiting' } })
  return new Map(await Promise.all(queues.map(async (queue) => [queue, await count(queue)] as const)))
}

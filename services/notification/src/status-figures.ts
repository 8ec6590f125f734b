import { jobFigures, jobsWaiting } from '@doable/service-kit/job-figures'
import { remembered } from '@doable/service-kit/metrics/remembered'
import type { Platform } from '@doable/service-kit/service'
import type { OwnFigures } from '@doable/service-kit/status'
import { QueryTypes } from 'sequelize'
import { v7 as uuidv7 } from 'uuid'
import { outbound } from './channels.ts'
import { digestQueue } from './digest.ts'
import { queueOf } from './dispatch.ts'
import { jobsOf } from './jobs.ts'
import { queue as alarmQueue } from './plan.ts'

/** Everything this service does later, by name. */
export const queues = [alarmQueue, digestQueue, ...outbound.map(({ name }) => queueOf(name))]

const dayMs = 24 * 60 * 60 * 1000

type Counted = { channel: string; state: string; count: number }
type Channels = NonNullable<OwnFigures['deliveries']>

/** What was sent over each channel in the last 24 hours. Rows are found by their ids, which begin with a time. */
async function deliveriesOfADay({ db, clock }: Platform): Promise<Channels> {
  const since = new Date(clock.now().getTime() - dayMs)
  const from = uuidv7({ msecs: Math.min(since.getTime(), Date.now() - dayMs), seq: 0 })
  const sql = `SELECT channel, state, COUNT(*) AS count FROM Deliveries
    WHERE id >= $from AND createdAt >= $since GROUP BY channel, state`
  const rows = await db.query<Counted>(sql, { bind: { from, since }, type: QueryTypes.SELECT })
  const of = (channel: string, states: string[]) =>
    rows
      .filter((row) => row.channel === channel && states.includes(row.state))
      .reduce((sum, { count }) => sum + Number(count), 0)
  return ['app', ...outbound.map(({ name }) => name)].map((channel) => ({
    channel,
    sent: of(channel, ['sent']),
    waiting: of(channel, ['waiting']),
    failed: of(channel, ['failed']),
  }))
}

const counted = new WeakMap<Platform, ReturnType<typeof counts>>()
/** What may be a matter of many rows is counted once a minute, however many look. */
const counts = (platform: Platform) => ({
  waiting: remembered(platform.clock, 60, () => jobsWaiting(jobsOf(platform), queues)),
  deliveries: remembered(platform.clock, 60, () => deliveriesOfADay(platform)),
})

/** What administrators see of this service alone. */
export async function figures(platform: Platform): Promise<OwnFigures> {
  const { waiting, deliveries } = counted.get(platform) ?? counts(platform)
  counted.set(platform, { waiting, deliveries })
  const all = await waiting()
  const now = await jobFigures(jobsOf(platform), queues, platform.clock)
  return {
    queues: now.map(({ queue, due, dueSeconds, dead }) => ({
      queue,
      waiting: Math.max(due, all.get(queue) ?? 0),
      due,
      seconds: dueSeconds,
      dead,
    })),
    deliveries: await deliveries(),
  }
}

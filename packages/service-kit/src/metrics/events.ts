import type { ModelStatic } from 'sequelize'
import type { Clock } from '../clock.ts'
import type { StoredEvent } from '../event-tables.ts'
import { outboxFigures } from '../outbox-figures.ts'
import type { RedisClient } from '../redis.ts'
import { streamLag, type Waiting } from '../stream-lag.ts'
import { askedGauge, type Metrics } from './metrics.ts'
import { remembered } from './remembered.ts'

type Outbox = { service: string; events: ModelStatic<StoredEvent>; clock: Clock }
/** One look serves all gauges that are asked for at a time. */
const lookSeconds = 5

/** What waits to be sent of a process's services, and since when. */
export function measureOutboxes(outboxes: Outbox[], metrics: Metrics): void {
  const asked = outboxes.map(({ service, events, clock }) => ({
    service,
    look: remembered(clock, lookSeconds, () => outboxFigures(events, clock)),
  }))
  const tell = (name: string, help: string, figureOf: (waiting: Waiting) => number) =>
    askedGauge(metrics, { name, help, labelNames: ['service'] }, async (gauge) => {
      for (const { service, look } of asked) gauge.set({ service }, figureOf(await look()))
    })
  const age = 'How long the oldest event that was not sent yet has waited; 0 where none waits.'
  tell('doable_outbox_age_seconds', age, ({ seconds }) => seconds)
  tell('doable_outbox_events', 'Events that were recorded and not sent yet.', ({ events }) => events)
}

/** What the services of this process have not handled of the streams, and since when. */
export function measureStreams(redis: RedisClient, names: string[], clock: Clock, metrics: Metrics): void {
  const look = remembered(clock, lookSeconds, () => streamLag(redis))
  const tell = (name: string, help: string, figureOf: (waiting: Waiting) => number) =>
    askedGauge(metrics, { name, help, labelNames: ['group'] }, async (gauge) => {
      const groups = await look()
      for (const group of names) {
        const waiting = groups.get(group)
        if (waiting) gauge.set({ group }, figureOf(waiting))
      }
    })
  const lag = 'How long the oldest event that the service has not handled yet has waited in its stream.'
  tell('doable_stream_lag_seconds', lag, ({ seconds }) => seconds)
  const many = 'Events in the streams that the service has not handled yet.'
  tell('doable_stream_lag_events', many, ({ events }) => events)
}

/** What was put aside after too many tries, of all services. */
export const measurePutAside = (count: () => Promise<number>, metrics: Metrics): void =>
  askedGauge(
    metrics,
    { name: 'doable_events_put_aside', help: 'Events that a service could not handle and put aside.' },
    async (gauge) => gauge.set(await count()),
  )

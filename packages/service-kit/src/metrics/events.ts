import type { ModelStatic } from 'sequelize'
import type { Clock } from '../clock.ts'
import type { StoredEvent } from '../event-tables.ts'
import { askedGauge, type Metrics } from './metrics.ts'

type Outbox = { service: string; events: ModelStatic<StoredEvent>; clock: Clock }

/** What waits to be sent of a process's services, and since when. */
export function measureOutboxes(outboxes: Outbox[], metrics: Metrics): void {
  const age = 'How long the oldest event that was not sent yet has waited; 0 where none waits.'
  const labelNames = ['service']
  askedGauge(metrics, { name: 'doable_outbox_age_seconds', help: age, labelNames }, async (gauge) => {
    for (const { service, events, clock } of outboxes) {
      const oldest = await events.findOne({ where: { publishedAt: null }, order: ['id'], raw: true })
      const waited = oldest ? clock.now().getTime() - new Date(oldest.createdAt).getTime() : 0
      gauge.set({ service }, Math.max(0, waited / 1000))
    }
  })
  const help = 'Events that were recorded and not sent yet.'
  askedGauge(metrics, { name: 'doable_outbox_events', help, labelNames }, async (gauge) => {
    for (const { service, events } of outboxes)
      gauge.set({ service }, await events.count({ where: { publishedAt: null } }))
  })
}

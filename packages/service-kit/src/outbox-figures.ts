import type { ModelStatic } from 'sequelize'
import type { Clock } from './clock.ts'
import type { StoredEvent } from './event-tables.ts'
import type { Waiting } from './stream-lag.ts'

/** What was recorded and not sent yet; an index holds nothing else. */
export async function outboxFigures(events: ModelStatic<StoredEvent>, clock: Clock): Promise<Waiting> {
  const where = { publishedAt: null }
  const oldest = await events.findOne({ where, order: ['id'], raw: true })
  if (!oldest) return { events: 0, seconds: 0 }
  const waited = clock.now().getTime() - new Date(oldest.createdAt).getTime()
  return { events: await events.count({ where }), seconds: Math.max(0, waited / 1000) }
}

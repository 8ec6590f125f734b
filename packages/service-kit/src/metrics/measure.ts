import type { FastifyInstance } from 'fastify'
import type { Sequelize } from 'sequelize'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { eventsTable } from '../event-tables.ts'
import type { Live } from '../live.ts'
import type { RedisClient } from '../redis.ts'
import type { Sessions } from '../sessions.ts'
import { measureDatabase } from './database.ts'
import { measureOutboxes, measurePutAside, measureStreams } from './events.ts'
import { measureHttp } from './http.ts'
import { type Metrics, measureLive, measureProcess, measureSessions } from './metrics.ts'
import { measureRedis } from './redis.ts'
import { serveMetrics } from './server.ts'
import { measureStorage } from './storage.ts'

type Process = {
  config: Config
  db: Sequelize
  redis: RedisClient | undefined
  sessions: Sessions
  live: Live
  putAside: () => Promise<number>
  clock: Clock
  metrics: Metrics
  names: string[]
}

/** Measures what every process has in common; what is a service's own is in `metrics` already, for it to count. */
export async function measureAll(app: FastifyInstance, process: Process): Promise<void> {
  const { config, db, redis, sessions, live, putAside, clock, metrics, names } = process
  measureProcess(metrics)
  measureHttp(app, metrics)
  measureDatabase(db, metrics)
  if (redis) {
    measureRedis(redis, metrics)
    measureStreams(redis, names, clock, metrics)
  }
  const outboxes = names.map((service) => ({ service, events: eventsTable(db, service), clock }))
  measureOutboxes(outboxes, metrics)
  measurePutAside(putAside, metrics)
  measureSessions(sessions, clock, metrics)
  measureLive(live, metrics)
  measureStorage(config.dataDir, metrics)
  app.addHook('onClose', await serveMetrics(metrics, config.host, config.metricsPort ?? 0))
}

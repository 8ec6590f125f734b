import { hostname } from 'node:os'
import { type ServiceStatus, statusApi } from '@doable/contracts/status'
import type { FastifyInstance } from 'fastify'
import type { ModelStatic } from 'sequelize'
import { answerTime, askDatabase, askRedis } from './dependencies.ts'
import type { StoredEvent } from './event-tables.ts'
import { mount } from './mount.ts'
import { outboxFigures } from './outbox-figures.ts'
import type { RedisClient } from './redis.ts'
import type { Platform, Service } from './service.ts'
import { diskOf, lastBackup } from './storage.ts'
import { streamLag } from './stream-lag.ts'
import { version } from './version.ts'

/** What only one service knows. */
export type OwnFigures = Pick<ServiceStatus, 'queues' | 'deliveries'>
type Watched = {
  service: Service
  platform: Platform
  outbox: ModelStatic<StoredEvent>
  redis: RedisClient | undefined
  putAside: () => Promise<number>
}

/** What administrators see of a service. */
export function statusRoute(app: FastifyInstance, watched: Watched): void {
  mount(app, statusApi(watched.service.name), { status: () => statusOf(watched) })
}

/** What is not known in time, or at all, is null: one thing that is away must not hide the others. */
async function known<T>(ask: () => Promise<T>): Promise<T | null> {
  let found: T | null = null
  await answerTime(async () => {
    found = await ask()
  }).catch(() => {})
  return found
}

async function statusOf(watched: Watched): Promise<ServiceStatus> {
  const { service, platform } = watched
  const { config, live, clock, sessions } = platform
  const own = service.figures && known(() => service.figures?.(platform) ?? Promise.resolve({}))
  const [database, waits, putAside, open, disk, backup, figures] = await Promise.all([
    databaseOf(platform),
    waitsOf(watched),
    known(watched.putAside),
    known(() => sessions.count()),
    diskOf(config.dataDir),
    lastBackup(config.dataDir),
    own,
  ])
  return {
    service: service.name,
    ...thisProcess(),
    at: clock.now().toISOString(),
    database,
    ...waits,
    putAside,
    sessions: open,
    liveClients: live.count(),
    disk: disk ? { freeBytes: disk.free, sizeBytes: disk.size } : null,
    backupAt: backup?.toISOString() ?? null,
    ...(own && (figures ?? { queues: null, deliveries: null })),
  }
}

const thisProcess = () => ({
  process: `${hostname()}:${process.pid}`,
  version,
  startedAt: new Date(Date.now() - Math.round(process.uptime() * 1000)).toISOString(),
  memoryBytes: process.memoryUsage.rss(),
})

async function databaseOf({ db, dialect }: Platform): Promise<ServiceStatus['database']> {
  const milliseconds = await askDatabase(db).catch(() => null)
  const bytes = milliseconds === null ? null : await known(() => dialect.sizeOf(db))
  return { engine: dialect.name, milliseconds, bytes }
}

type Waits = Pick<ServiceStatus, 'redis' | 'outbox' | 'stream'>
async function waitsOf({ service, platform, outbox, redis }: Watched): Promise<Waits> {
  const unsent = known(() => outboxFigures(outbox, platform.clock))
  if (!redis) return { outbox: await unsent }
  const [milliseconds, groups] = await Promise.all([
    askRedis(redis).catch(() => null),
    known(() => streamLag(redis)),
  ])
  const stream = groups && (groups.get(service.name) ?? { events: 0, seconds: 0 })
  return { outbox: await unsent, redis: { milliseconds }, stream }
}

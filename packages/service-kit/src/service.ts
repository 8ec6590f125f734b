import type { FastifyInstance } from 'fastify'
import type { Sequelize, Transaction } from 'sequelize'
import { apiDocs } from './api-docs.ts'
import type { Bus } from './bus.ts'
import { type Clock, processClock } from './clock.ts'
import type { Config } from './config.ts'
import { type Dialect, dialectOf, openDatabase } from './database.ts'
import type { DeadLetters } from './dead-letter.ts'
import { deadLetters } from './dead-letters.ts'
import { openDrivers } from './drivers.ts'
import { type DomainEvent, EventLog } from './event-log.ts'
import { endStreams } from './event-stream.ts'
import { eventsTable, handledTable } from './event-tables.ts'
import { onceEach } from './handled-events.ts'
import { health } from './health.ts'
import { keepHouse } from './housekeeping.ts'
import { openHttp } from './http.ts'
import type { Limits } from './limits.ts'
import type { Live } from './live.ts'
import { type Logger, openLog } from './log.ts'
import { measureAll } from './metrics/measure.ts'
import { type Metrics, openMetrics } from './metrics/metrics.ts'
import { remembered } from './metrics/remembered.ts'
import { awaitMigrations, migrate } from './migrations.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { Relay } from './relay.ts'
import type { Sessions } from './sessions.ts'
import { type OwnFigures, statusRoute } from './status.ts'
import { traceDatabase } from './tracing/database.ts'
import { aboutHandling, traceOfEvent } from './tracing/events.ts'
import { traceRedis } from './tracing/redis.ts'
import { follow, openTracing, type Tracing } from './tracing/tracing.ts'

/** A service as a value: what it owns, answers, listens to and does by itself. */
export type Service = {
  name: string
  /** The folder that holds migrations/ and seeds/: `new URL('.', import.meta.url)`. */
  home: URL
  /** Initialises the service's Sequelize models on this connection. */
  models(db: Sequelize): void
  routes(app: FastifyInstance, platform: Platform): void | Promise<void>
  /** By type of event. Runs once per event, in a transaction that also notes that it ran. */
  consumes?: Record<string, (event: DomainEvent, tx: Transaction, platform: Platform) => Promise<void>>
  /** What administrators see of it besides what every service tells. */
  figures?(platform: Platform): Promise<OwnFigures>
  /**
   * What follows for its rows from a backup that was restored, in the transaction that restores. `late`: what fell due
   * between the backup and now is still told.
   */
  restored?(restored: Restored): Promise<void>
  /** Starts background work; answers the function that stops it. */
  start?(platform: Platform): Promise<() => Promise<void>>
}

/** Everything a service may use that is not its own. */
export type Platform = {
  config: Config
  db: Sequelize
  dialect: Dialect
  events: EventLog
  sessions: Sessions
  limits: Limits
  live: Live
  clock: Clock
  log: Logger
  metrics: Metrics
  tracing: Tracing
}
type Shared = Omit<Platform, 'events'> & { bus: Bus; dead: DeadLetters } & About
/** What only those look at who run it. */
type About = { redis: RedisClient | undefined; putAside: () => Promise<number> }
/** What there is of the platform while nothing runs. */
export type Restored = Pick<Platform, 'db' | 'dialect' | 'clock'> & { late: boolean }

export type Overrides = {
  clock?: Clock
  plugins?: ((app: FastifyInstance, config: Config) => Promise<void>)[]
  /** Fills in the services' seeds, once. */
  seed?: boolean
}

/** Puts services together into one process that answers but does not listen yet. Tests use it with `app.inject`. */
export async function build(
  services: Service[],
  config: Config,
  overrides: Overrides = {},
): Promise<FastifyInstance> {
  const log = await openLog(config)
  const opened: (() => unknown)[] = []
  try {
    const db = await openDatabase(config.databaseUrl, config)
    opened.push(() => db.close())
    const redis = config.redisUrl ? await openRedis(config.redisUrl, log) : undefined
    opened.push(() => redis?.disconnect())
    const names = services.map(({ name }) => name)
    const tracing = await openTracing(config, names, log)
    opened.push(() => tracing.close())
    return await assemble(services, { config, db, redis, log, tracing, overrides })
  } catch (error) {
    for (const close of opened.reverse()) await close()
    throw error
  }
}

type Ground = {
  config: Config
  db: Sequelize
  redis: RedisClient | undefined
  log: Logger
  tracing: Tracing
  overrides: Overrides
}

async function assemble(services: Service[], { config, db, redis, log, tracing, overrides }: Ground) {
  const clock = overrides.clock ?? processClock
  for (const service of services) service.models(db)
  // One of many would change the tables under the feet of the others.
  if (redis) await awaitMigrations(db, services, log)
  else await migrate(db, services)
  if (overrides.seed) await migrate(db, services, 'seeds')
  const { close, ...drivers } = await openDrivers({ config, db, redis, clock, log })
  const names = services.map(({ name }) => name)
  const dead = deadLetters({ db, redis, clock }, names)
  const metrics = openMetrics(names)
  const about: About = { redis, putAside: remembered(clock, 300, () => dead.count()) }
  const shared: Shared = {
    config,
    db,
    dialect: dialectOf(db),
    clock,
    log,
    metrics,
    tracing,
    dead,
    ...drivers,
    ...about,
  }
  const { sessions } = drivers

  const app = await openHttp(config, log, tracing)
  app.decorate('sessions', sessions)
  app.decorate('db', db)
  app.decorate('checksAnswers', config.checksAnswers)
  app.addHook('onClose', async () => {
    await close()
    redis?.disconnect()
    await db.close()
    await tracing.close()
  })
  if (tracing.exports) record({ db, redis })
  if (config.metricsPort !== undefined) await measureAll(app, { ...shared, names })
  health(app, { db, redis, owners: services })
  apiDocs(app, names)
  endStreams(app)
  const handled = []
  for (const service of services) handled.push(await add(app, service, shared))
  app.addHook('onReady', async () => drivers.bus.start())
  const stopTidying = keepHouse({ sessions, handled, clock, log })
  app.addHook('onClose', async () => stopTidying())
  for (const plugin of overrides.plugins ?? []) await plugin(app, config)
  return app
}

/** Statements and commands are recorded below what they are run for. */
function record({ db, redis }: Pick<Ground, 'db' | 'redis'>): void {
  traceDatabase(db)
  if (redis) traceRedis(redis)
}

async function add(
  app: FastifyInstance,
  service: Service,
  { bus, dead, redis, putAside, ...shared }: Shared,
) {
  const log = shared.log.child({ service: service.name })
  const model = eventsTable(shared.db, service.name)
  const { clock, tracing } = shared
  const relay = new Relay({ service: service.name, events: model, bus, clock, log, tracing })
  const platform: Platform = { ...shared, log, events: new EventLog(model, clock, () => relay.poke()) }
  const handled = listen(service, platform, { bus, dead })
  await app.register(async (scope) => {
    scope.decorate('serviceName', service.name)
    await service.routes(scope, platform)
    statusRoute(scope, { service, platform, outbox: model, redis, putAside })
  })
  let stop: (() => Promise<void>) | undefined
  app.addHook('onReady', async () => {
    stop = await service.start?.(platform)
    relay.start()
  })
  app.addHook('preClose', async () => stop?.())
  app.addHook('onClose', () => relay.stop())
  return handled
}

function listen(service: Service, platform: Platform, { bus, dead }: Pick<Shared, 'bus' | 'dead'>) {
  const { name, consumes = {} } = service
  const { db, clock, log, tracing } = platform
  const book = { group: name, db, model: handledTable(db, name), dead, clock, log }
  const consumer = onceEach(book, (event, tx) =>
    follow(tracing, aboutHandling(name, event), traceOfEvent(event), async () => {
      await consumes[event.type]?.(event, tx, platform)
      log.debug({ event: event.id, type: event.type }, 'handled')
    }),
  )
  bus.subscribe(name, Object.keys(consumes), consumer)
  return book.model
}

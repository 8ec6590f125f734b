import type { Sequelize } from 'sequelize'
import { type Bus, ProcessBus } from './bus.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { DatabaseSessions } from './database-sessions.ts'
import { makesKeys } from './key-file.ts'
import { KeyRing } from './key-ring.ts'
import type { Limits } from './limits.ts'
import type { Live } from './live.ts'
import type { Logger } from './log.ts'
import { MemoryLimits } from './memory-limits.ts'
import { MemoryLive } from './memory-live.ts'
import { Principals } from './principal.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { RedisLimits } from './redis-limits.ts'
import { RedisLive } from './redis-live.ts'
import { RedisSessions } from './redis-sessions.ts'
import type { SessionStore } from './session-store.ts'
import { Sessions } from './sessions.ts'
import { StreamBus } from './stream-bus.ts'

type Ground = { config: Config; db: Sequelize; redis: RedisClient | undefined; clock: Clock; log: Logger }

/** What differs between one process and a fleet, of which each pair passes one conformance suite. */
export type Drivers = { sessions: Sessions; limits: Limits; live: Live; bus: Bus; close(): Promise<void> }

/** Where the sessions of an installation are kept; for commands, which have no process of it. */
export const sessionStoreOf = ({ config, db, redis, clock }: Omit<Ground, 'log'>): SessionStore =>
  redis ? new RedisSessions(redis, clock, config) : new DatabaseSessions(db)

/** The one place where REDIS_URL decides: with it all processes share these, without it they are this process's own. */
export async function openDrivers({ config, db, redis, clock, log }: Ground): Promise<Drivers> {
  // Machines that share Redis but each made keys of their own would sign each other's people out.
  const keys = await KeyRing.open(config.sessionKeys, { make: makesKeys(config), log })
  const sessions = new Sessions(
    sessionStoreOf({ config, db, redis, clock }),
    new Principals(keys),
    clock,
    config,
  )
  const blocking = () => openRedis(config.redisUrl ?? '', log, 'blocking')
  const bus = redis ? new StreamBus(redis, blocking, log) : new ProcessBus()
  const live = redis
    ? await RedisLive.open({ commands: redis, subscriber: await blocking(), log })
    : new MemoryLive()
  const close = async () => {
    live.close()
    await bus.close()
  }
  const limits = redis ? new RedisLimits(redis, clock, config) : new MemoryLimits(clock, config)
  return { sessions, limits, live, bus, close }
}

import { setTimeout as wait } from 'node:timers/promises'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { byScheme } from './driver.ts'
import type { Logger } from './log.ts'
import { hostsOf, partsOf, placesOf } from './redis-address.ts'

export type RedisClient = Redis | Cluster
const longestStartMs = 8_000
type Role = 'commands' | 'blocking'

/**
 * A command that cannot be sent fails at once instead of waiting for a connection: whoever asked hears 503 and asks
 * again, and nothing piles up in memory while Redis is away.
 */
const atOnce: RedisOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 3_000,
  retryStrategy: (times) => Math.min(times * 50, 1_000),
}
const byRole: Record<Role, RedisOptions> = {
  // A host that lost its power says no goodbye: what stays silent is given up, and the next is asked for.
  commands: { ...atOnce, commandTimeout: 3_000, socketTimeout: 5_000, enableAutoPipelining: true },
  // A read that waits for news (for less than this) is not given up, and no others are sent behind it.
  blocking: { ...atOnce, socketTimeout: 10_000 },
}

const secure = (url: string) => (url.startsWith('rediss') ? { tls: {} } : {})

function single(url: string, options: RedisOptions): RedisClient {
  const [place] = hostsOf(url, 6379)
  const { username, password, path } = partsOf(url)
  return new Redis({ ...options, ...place, username, password, db: Number(path || 0), ...secure(url) })
}

/** `redis-sentinel://user:password@one:26379,two:26379/NAME?db=0`; NAME is that of the watched primary. */
function sentinel(url: string, options: RedisOptions): RedisClient {
  const { username, password, path, one } = partsOf(url)
  const db = Number(one.searchParams.get('db') ?? 0)
  const name = path || 'mymaster'
  const sentinels = hostsOf(url, 26379)
  const tls = url.startsWith('rediss') ? { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } : {}
  return new Redis({ ...options, sentinels, name, username, password, db, ...tls })
}

/** `redis-cluster://user:password@one:6379,two:6379` */
function cluster(
  url: string,
  { retryStrategy, enableOfflineQueue, lazyConnect, ...redisOptions }: RedisOptions,
) {
  const { username, password } = partsOf(url)
  return new Cluster(hostsOf(url, 6379), {
    lazyConnect,
    enableOfflineQueue,
    // Commands of several slots sent as one would not be sent on to where the slots have moved.
    enableAutoPipelining: false,
    slotsRefreshInterval: 5_000,
    maxRedirections: 6,
    clusterRetryStrategy: retryStrategy,
    redisOptions: { ...redisOptions, enableAutoPipelining: false, username, password, ...secure(url) },
  })
}

const drivers = {
  redis: single,
  rediss: single,
  'redis-sentinel': sentinel,
  'rediss-sentinel': sentinel,
  'redis-cluster': cluster,
  'rediss-cluster': cluster,
}

/** Where Redis is, for people. Never a password. */
export const redisPlace = (url: string): string => placesOf(url).join(', ')

/** Redis did not answer in time, or not at all, when the process started. */
export class RedisUnreachable extends Error {
  override name = 'RedisUnreachable'
}

/**
 * Connects and sees that it answers. It reconnects by itself for as long as it is open; end it with `disconnect()`.
 * @param role `blocking` for a connection of its own that waits for news (XREADGROUP BLOCK, SUBSCRIBE)
 * @throws RedisUnreachable, BadSetting
 */
export async function openRedis(url: string, log: Logger, role: Role = 'commands'): Promise<RedisClient> {
  const client = byScheme('REDIS_URL', url, drivers)(url, byRole[role])
  let away: unknown
  client.on('error', (error) => {
    // Reconnecting says the same many times; the first is news.
    if (!away) log.warn({ err: error }, 'Redis is away')
    away = error
  })
  client.on('ready', () => {
    if (away) log.info('Redis is back')
    away = undefined
  })
  try {
    await inTime(client.connect().then(() => client.ping()))
  } catch (error) {
    client.disconnect()
    throw new RedisUnreachable(redisPlace(url), { cause: away ?? error })
  }
  return client
}

/** Sentinels are asked again for ever, and a host may take a connection and then say nothing. */
async function inTime(work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController()
  const late = wait(longestStartMs, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`no answer within ${longestStartMs} ms`)
  })
  try {
    await Promise.race([work, late])
  } finally {
    waiting.abort()
    late.catch(() => {})
  }
}

const refusals =
  /^(LOADING|READONLY|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|NOREPLICAS|OOM|MISCONF|BUSY|UNBLOCKED|NOAUTH|WRONGPASS|MOVED|ASK)\b/
const lost =
  /Connection is closed|Too many Cluster redirections|Stream isn't writeable|Command timed out|Cluster isn't ready|None of startup nodes|All sentinels are unreachable|Socket closed unexpectedly|Socket timeout|ECONN|EPIPE|ETIMEDOUT/

/** Whether an error says that Redis cannot serve anybody now: no fault of the program or of who asked. */
export function isRedisAway(error: unknown): boolean {
  const { name, message = '' } = (error ?? {}) as Error
  if (name === 'MaxRetriesPerRequestError' || name === 'ClusterAllFailedError' || name === 'RedisUnreachable')
    return true
  return (name === 'ReplyError' && refusals.test(message)) || (name !== 'ReplyError' && lost.test(message))
}

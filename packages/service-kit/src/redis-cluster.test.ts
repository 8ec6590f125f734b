import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { limitsConform } from '../fixtures/limits.conformance.ts'
import { liveConform } from '../fixtures/live.conformance.ts'
import { type RedisCluster, startCluster } from '../fixtures/redis-cluster.ts'
import { forgetAll, redisPlaceOf } from '../fixtures/redis-place.ts'
import type { RedisServer } from '../fixtures/redis-server.ts'
import { sessionsConform } from '../fixtures/sessions.conformance.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { isRedisAway, openRedis, type RedisClient } from './redis.ts'
import { RedisLimits } from './redis-limits.ts'
import { RedisLive } from './redis-live.ts'
import { until } from './testing.ts'

const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
let cluster: RedisCluster
let redis: RedisClient
beforeAll(async () => {
  cluster = await startCluster()
  redis = await openRedis(cluster.url, log)
})
afterAll(async () => {
  redis?.disconnect()
  await cluster?.stop()
})

describe('sessions on a Redis Cluster', () => {
  beforeEach(() => forgetAll(redis))
  sessionsConform(
    redisPlaceOf(
      () => cluster.url,
      () => redis,
    ),
  )
})

describe('limits on a Redis Cluster', () => {
  limitsConform((clock, options) => new RedisLimits(redis, clock, options))
})

describe('live on a Redis Cluster', () => {
  liveConform(async () =>
    RedisLive.open({ commands: redis, subscriber: await openRedis(cluster.url, log, 'blocking'), log }),
  )
})

test('a node that is away is said so, and all goes on once it is back', async () => {
  const [node] = cluster.nodes as [RedisServer]
  const places = Array.from({ length: 30 }, (_, n) => `doable:{${n}}`)
  const write = () => Promise.allSettled(places.map((place) => redis.set(place, 'x')))
  await node.kill()
  const failures = (await write()).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(failures.length).toBeGreaterThan(0)
  expect(failures.filter((failure) => !isRedisAway(failure))).toEqual([])
  await node.start()
  const isWhole = async () => (await write()).every(({ status }) => status === 'fulfilled')
  await until(isWhole, 'the cluster to be whole', 3_000)
})

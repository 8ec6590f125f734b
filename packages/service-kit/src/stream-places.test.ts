import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { busConformance } from '../fixtures/bus.conformance.ts'
import { byScope, eventWorld, groups, log } from '../fixtures/event-world.ts'
import { type RedisCluster, startCluster } from '../fixtures/redis-cluster.ts'
import { forgetAll } from '../fixtures/redis-place.ts'
import { startSentinel } from '../fixtures/redis-sentinel.ts'
import { processClock } from './clock.ts'
import { deadLetters } from './dead-letters.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { StreamBus } from './stream-bus.ts'
import { until } from './testing.ts'

const worldOn = (url: string, redis: RedisClient) =>
  eventWorld(
    async () => new StreamBus(redis, () => openRedis(url, log, 'blocking'), log),
    (db) => deadLetters({ db, redis, clock: processClock }, []),
  )

describe('on a Redis Cluster', () => {
  let cluster: RedisCluster
  let redis: RedisClient
  beforeAll(async () => {
    cluster = await startCluster()
    redis = await openRedis(cluster.url, log)
  })
  afterEach(() => forgetAll(redis))
  afterAll(async () => {
    redis?.disconnect()
    await cluster?.stop()
  })
  busConformance(() => worldOn(cluster.url, redis))
})

test.each([
  ['dies', 'SIGKILL'],
  ['says nothing any more', 'SIGSTOP'],
] as const)('where the primary %s, events go on with the replica that takes over', async (_, signal) => {
  const sentinel = await startSentinel()
  const redis = await openRedis(sentinel.url, log)
  const world = await worldOn(sentinel.url, redis)
  try {
    const replica = await world.replica('x')
    const arrived = (many: number) =>
      until(async () => (await world.effects()).length === many, `${many} effects`, 6_000)
    for (const scope of ['a', 'b', 'c']) await replica.give(scope, 1)
    await arrived(3 * groups.length)
    expect(await redis.wait(1, 30_000)).toBe(1)
    process.kill(sentinel.primary.pid(), signal)
    for (const scope of ['a', 'b', 'c']) await replica.give(scope, 2)
    await arrived(6 * groups.length)
    for (const group of groups)
      expect(byScope(await world.effects(), group)).toEqual({ a: [1, 2], b: [1, 2], c: [1, 2] })
  } finally {
    await world.stop()
    redis.disconnect()
    await sentinel.stop()
  }
})

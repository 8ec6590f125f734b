import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { isRedisAway, openRedis, redisPlace } from './redis.ts'
import { hostsOf } from './redis-address.ts'
import { until } from './testing.ts'

const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
let server: RedisServer
beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.stop())

test('a command fails at once while Redis is away, and works again once it is back', async () => {
  const client = await openRedis(server.url, log)
  await client.set('a', '1')
  await server.kill()
  const failure = await client.get('a').catch((error: unknown) => error)
  expect(isRedisAway(failure)).toBe(true)
  await server.start()
  await until(async () => (await client.get('a').catch(() => undefined)) === '1', 'Redis to be back')
  client.disconnect()
})

test('a Redis that is not there is said at once', async () => {
  await expect(openRedis('redis://127.0.0.1:1', log)).rejects.toThrow('127.0.0.1:1')
})

test('an address that nobody knows is refused with what is known', async () => {
  await expect(openRedis('memcached://x', log)).rejects.toThrow('known: redis, rediss, redis-sentinel')
  await expect(openRedis('redis://a b', log)).rejects.toThrow('REDIS_URL must be an address')
})

test('a password is not shown', () => {
  expect(redisPlace('redis-cluster://ada:se@cret@one:1,two:2/0')).toBe('one:1, two:2')
})

test('several hosts, with ports of their own or the usual one', () => {
  const hosts = hostsOf('redis-cluster://ada:x@one,two:7,[::1]:8', 6379)
  expect(hosts).toEqual([
    { host: 'one', port: 6379 },
    { host: 'two', port: 7 },
    { host: '::1', port: 8 },
  ])
})

test('an error of the program is not taken for Redis being away', async () => {
  const client = await openRedis(server.url, log)
  const failure = await client.call('NONSENSE').catch((error: unknown) => error)
  expect(isRedisAway(failure)).toBe(false)
  client.disconnect()
})

import { hash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { busConformance } from '../fixtures/bus.conformance.ts'
import { eventWorld } from '../fixtures/event-world.ts'
import { limitsConform } from '../fixtures/limits.conformance.ts'
import { liveConform } from '../fixtures/live.conformance.ts'
import { redisPlaceOf } from '../fixtures/redis-place.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { sessionsConform } from '../fixtures/sessions.conformance.ts'
import { processClock } from './clock.ts'
import { readConfig } from './config.ts'
import { deadLetters } from './dead-letters.ts'
import { openLog } from './log.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { RedisLimits } from './redis-limits.ts'
import { RedisLive } from './redis-live.ts'
import { StreamBus } from './stream-bus.ts'

// Everything Doable does with Redis, as the user of ops/redis that may do nothing else.
const template = new URL('../../../ops/redis/users.acl.template', import.meta.url)
const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
let folder: string
let server: RedisServer
let url: string
let redis: RedisClient
let operator: Redis
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-acl-'))
  const text = await readFile(template, 'utf8')
  const file = join(folder, 'users.acl')
  const filled = text
    .replace(`\${DOABLE_SHA256}`, hash('sha256', 'p@ss', 'hex'))
    .replace(`\${OPERATOR_SHA256}`, hash('sha256', 'boss', 'hex'))
  await writeFile(file, filled)
  server = await startRedis(['--aclfile', file])
  url = `redis://doable:p%40ss@127.0.0.1:${server.port}`
  redis = await openRedis(url, log)
  operator = new Redis({ port: server.port, username: 'operator', password: 'boss' })
})
afterAll(async () => {
  redis?.disconnect()
  operator?.disconnect()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => operator.flushall())

describe('sessions', () => {
  sessionsConform(
    redisPlaceOf(
      () => url,
      () => operator,
    ),
  )
})
describe('limits', () => limitsConform((clock, options) => new RedisLimits(redis, clock, options)))
describe('live', () => {
  const subscriber = () => openRedis(url, log, 'blocking')
  liveConform(async () => RedisLive.open({ commands: redis, subscriber: await subscriber(), log }))
})
describe('events', () => {
  afterEach(() => operator.flushall())
  busConformance(() =>
    eventWorld(
      async () => new StreamBus(redis, () => openRedis(url, log, 'blocking'), log),
      (db) => deadLetters({ db, redis, clock: processClock }, []),
    ),
  )
})

test.each([
  ['FLUSHALL'],
  ['KEYS', '*'],
  ['CONFIG', 'GET', '*'],
  ['ACL', 'LIST'],
  ['CLIENT', 'LIST'],
  ['MONITOR'],
  ['SHUTDOWN'],
  ['SLAVEOF', 'NO', 'ONE'],
  ['GET', 'other:key'],
  ['EVAL', "return redis.call('GET', 'other:key')", '0'],
  ['SUBSCRIBE', 'other'],
])('%s is not for Doable', async (command, ...rest) => {
  const client = await openRedis(url, log)
  await expect(client.call(command, ...rest)).rejects.toThrow(/NOPERM|No permissions|can't access/i)
  client.disconnect()
})

test('nobody gets in without a name', async () => {
  const stranger = new Redis({ port: server.port, lazyConnect: true, retryStrategy: () => null })
  stranger.on('error', () => {})
  await expect(stranger.connect().then(() => stranger.get('doable:x'))).rejects.toThrow()
  stranger.disconnect()
})

test('what was done together is still there when Redis is started again', async () => {
  expect(
    await redis.multi().set('doable:{rights}:one', '1').set('doable:{rights}:two', '2').exec(),
  ).toHaveLength(2)
  await server.kill('SIGTERM')
  await server.start()
  const after = new Redis({ port: server.port, username: 'operator', password: 'boss' })
  expect(await after.mget('doable:{rights}:one', 'doable:{rights}:two')).toEqual(['1', '2'])
  after.disconnect()
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { log } from '../fixtures/event-world.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { trimStream } from './stream-trim.ts'

const stream = 'doable:{events}:0'
const hour = 60 * 60 * 1000
const day = 24 * hour
let server: RedisServer
let redis: RedisClient
beforeAll(async () => {
  server = await startRedis()
  redis = await openRedis(server.url, log)
})
beforeEach(() => redis.flushall())
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})

/** Entries of so many days ago. */
async function entries(...daysAgo: number[]) {
  const now = Date.now()
  for (const days of daysAgo) await redis.xadd(stream, `${now - days * day}-0`, 'type', 'x')
}
const group = (name: string) => redis.xgroup('CREATE', stream, name, '0', 'MKSTREAM')
async function read(name: string, many: number) {
  const found = await redis.xreadgroup('GROUP', name, 'holder', 'COUNT', many, 'STREAMS', stream, '>')
  return (found as [string, [string, string[]][]][])[0]?.[1].map(([id]) => id) ?? []
}
const left = async () =>
  (await redis.xrange(stream, '-', '+')).map(([id]) =>
    Math.round((Date.now() - Number.parseInt(id, 10)) / day),
  )

test('what every group has handled goes after a week', async () => {
  await entries(20, 10, 8, 6, 1)
  for (const name of ['one', 'two']) {
    await group(name)
    await redis.xack(stream, name, ...(await read(name, 5)))
  }
  await trimStream(redis, stream)
  expect(await left()).toEqual([6, 1])
})

test('what one group has not read, or not acknowledged, stays', async () => {
  await entries(20, 10, 9, 8, 1)
  for (const name of ['one', 'two', 'three']) await group(name)
  await redis.xack(stream, 'one', ...(await read('one', 5)))
  const [first = '', , third = ''] = await read('two', 4)
  await redis.xack(stream, 'two', first, third)
  await redis.xack(stream, 'three', ...(await read('three', 4)))
  await trimStream(redis, stream)
  expect(await left()).toEqual([10, 9, 8, 1])
})

test('after four weeks it goes whether a group has handled it or not', async () => {
  await entries(40, 29, 27, 1)
  await group('out-of-use')
  await trimStream(redis, stream)
  expect(await left()).toEqual([27, 1])
})

test('where there are too many, what was handled goes earlier, what was not stays', async () => {
  const pipeline = redis.pipeline()
  for (let n = 0; n < 1000; n += 1) pipeline.xadd(stream, '*', 'type', 'x')
  await pipeline.exec()
  await group('one')
  await redis.xack(stream, 'one', ...(await read('one', 500)))
  const bounds = { keptMs: 7 * day, boundMs: 30 * day, mostEntries: 800 }
  await trimStream(redis, stream, bounds)
  expect(await redis.xlen(stream)).toBeLessThanOrEqual(900)
  expect(await redis.xlen(stream)).toBeGreaterThanOrEqual(800)
  await trimStream(redis, stream, { ...bounds, mostEntries: 100 })
  expect(await redis.xlen(stream)).toBeGreaterThanOrEqual(500)
  expect(await read('one', 1000)).toHaveLength(500)
})

test('a stream that is not there is left alone', async () => {
  expect(await trimStream(redis, stream)).toBe(0)
  expect(await redis.exists(stream)).toBe(0)
})

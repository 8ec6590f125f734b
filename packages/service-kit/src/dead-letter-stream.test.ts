import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { log } from '../fixtures/event-world.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { DeadLetterStream, forgetOldLetters } from './dead-letter-stream.ts'
import { openRedis, type RedisClient } from './redis.ts'

let server: RedisServer
let redis: RedisClient
let letters: DeadLetterStream
beforeAll(async () => {
  server = await startRedis()
  redis = await openRedis(server.url, log)
  letters = new DeadLetterStream(redis)
})
beforeEach(() => redis.flushall())
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})
const event = {
  id: 'event-1',
  type: 'happened',
  scopeId: 'a',
  subjectId: 'a',
  actorId: 'ann',
  audience: ['ann'],
  data: { n: 1 },
  at: '2026-11-22T12:00:00.000Z',
}

test('a letter says whose it is, why, how often it was tried and when, and holds the event', async () => {
  await letters.add('one', event, new Error('poison'), 5)
  await letters.add('two', event, 'no error at all', 5)
  await letters.add('one', event, new Error('again'), 5)
  const [first, second, ...more] = await letters.list()
  expect(more).toEqual([])
  const at = expect.stringMatching(/^\d{4}-.*Z$/)
  const common = { eventId: 'event-1', type: 'happened', tries: 5, at, event }
  expect(first).toEqual({ ...common, group: 'one', reason: 'poison' })
  expect(second).toEqual({ ...common, group: 'two', reason: 'no error at all' })
})

test('letters that are too old are forgotten, and can be written again', async () => {
  await letters.add('one', event, 'poison', 5)
  await forgetOldLetters(redis)
  expect(await letters.list()).toHaveLength(1)
  await forgetOldLetters(redis, -60_000)
  expect(await letters.list()).toEqual([])
  expect(await letters.discard('one', event.id)).toBe(false)
  await letters.add('one', event, 'poison', 5)
  expect(await letters.list('one')).toHaveLength(1)
})

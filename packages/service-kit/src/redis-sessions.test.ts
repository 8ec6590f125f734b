import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { redisPlaceOf } from '../fixtures/redis-place.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { sessionsConform, signInAt, statusAt } from '../fixtures/sessions.conformance.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { RedisSessions } from './redis-sessions.ts'
import { startServices, type TestApp, TestClock, until } from './testing.ts'

const day = 24 * 60 * 60 * 1000
let server: RedisServer
let redis: RedisClient
beforeAll(async () => {
  server = await startRedis()
  redis = await openRedis(server.url, await openLog(readConfig({ LOG_LEVEL: 'silent' })))
})
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})
beforeEach(() => redis.flushall())

const records = () => redis.keys('doable:{sessions}:record:*')
const env = () => ({ REDIS_URL: server.url })

describe('in Redis', () => {
  sessionsConform(
    redisPlaceOf(
      () => server.url,
      () => redis,
    ),
  )
})

describe('what Redis forgets by itself', () => {
  let clock: TestClock
  let running: TestApp
  const start = async (more = {}) => {
    clock = new TestClock()
    running = await startServices([noteService], { clock, env: { ...env(), ...more } })
  }
  const only = async (pattern: string) => {
    const keys = await redis.keys(pattern)
    expect(keys).toHaveLength(1)
    return keys[0] ?? ''
  }
  const daysLeft = async (pattern: string) => (await redis.pttl(await only(pattern))) / day

  test('the idle end is the TTL, moved by use and never beyond the longest time', async () => {
    await start()
    const { secret } = await signInAt(running)
    const record = await only('doable:{sessions}:record:*')
    await redis.pexpire(record, day)
    await redis.zadd('doable:{sessions}:ends', 0, record.slice(-16))
    expect(await running.app.sessions.count()).toBe(0)
    expect(await statusAt(running, secret)).toBe(200)
    expect(await running.app.sessions.count()).toBe(1)
    expect(await daysLeft('doable:{sessions}:record:*')).toBeCloseTo(14, 1)
    expect(await daysLeft('doable:{sessions}:of:*')).toBeCloseTo(90, 1)
    for (const _ of Array(8)) {
      clock.advance(11 * day)
      expect(await statusAt(running, secret)).toBe(200)
    }
    expect(await daysLeft('doable:{sessions}:record:*')).toBeCloseTo(2, 1)
    await redis.pexpire(record, 1)
    await until(async () => (await redis.exists(record)) === 0, 'Redis to forget')
    expect(await statusAt(running, secret)).toBe(401)
    await running.stop()
  })

  test('what is asked at one moment waits for one write', async () => {
    await start()
    const { secret } = await signInAt(running)
    const record = await only('doable:{sessions}:record:*')
    const moved = async () => Number(/getex:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0)
    const ends = await redis.pexpiretime(record)
    const before = await moved()
    for (let n = 0; n < 10; n += 1) await statusAt(running, secret)
    const moves = (await moved()) - before
    expect(moves).toBeLessThanOrEqual(Math.ceil(((await redis.pexpiretime(record)) - ends) / 1000))
    await until(async () => {
      await statusAt(running, secret)
      return (await redis.pexpiretime(record)) > ends
    }, 'the idle end to move')
    await running.stop()
  })

  test('a session that is moved or used keeps its longest time', async () => {
    await start()
    const { secret } = await signInAt(running)
    clock.advance(13 * day)
    const headers = { cookie: `sid=${secret}` }
    const answer = await running.app.inject({ method: 'PUT', url: '/api/notes/session', headers })
    for (const _ of Array(6)) {
      clock.advance(12 * day)
      expect(await statusAt(running, answer.cookies[0]?.value ?? '')).toBe(200)
    }
    expect(await daysLeft('doable:{sessions}:record:*')).toBeCloseTo(5, 1)
    expect(await daysLeft('doable:{sessions}:of:*')).toBeCloseTo(90, 1)
    await running.stop()
  })

  test('the list of a person forgets what ended by itself', async () => {
    await start()
    const { personId } = await signInAt(running)
    const list = `doable:{sessions}:of:${personId}`
    const end = async () => {
      for (const key of await records()) await redis.del(key)
    }
    for (const _ of Array(5)) {
      await end()
      await signInAt(running, personId)
    }
    expect(await redis.hlen(list)).toBe(1)
    await end()
    expect(await running.app.sessions.list(personId)).toEqual([])
    expect(await redis.exists(list)).toBe(0)
    await running.stop()
  })

  test('what has ended is not brought back by what was under way', async () => {
    const store = new RedisSessions(redis, new TestClock(), { sessionIdleDays: 14 })
    const at = '2026-11-22T12:00:00.000Z'
    const told = { agent: '', device: '', address: '', token: '' }
    const times = { createdAt: at, lastSeenAt: at, expiresAt: '2027-01-01T00:00:00.000Z' }
    const session = { hash: 'one', id: 'a', personId: 'ann', ...told, ...times }
    await store.add(session)
    expect(await store.find('one')).toEqual(session)
    expect(await store.removeAll('ann')).toBe(1)
    await store.touch(session)
    expect(await store.move('one', { ...session, hash: 'two' })).toBe(false)
    expect([await store.find('one'), await store.find('two')]).toEqual([undefined, undefined])
    expect(await store.ofPerson('ann')).toEqual([])
    expect(await redis.keys('*')).toEqual([])
  })

  test('a record that nobody can read is nobody’s', async () => {
    await start()
    const { secret } = await signInAt(running)
    const record = await only('doable:{sessions}:record:*')
    for (const text of [
      '',
      'x',
      '{}',
      '9999999999999',
      '9999999999999 {',
      '9999999999999 null',
      '9'.repeat(400),
    ]) {
      await redis.set(record, text)
      expect(await statusAt(running, secret)).toBe(401)
    }
    await running.stop()
  })
})

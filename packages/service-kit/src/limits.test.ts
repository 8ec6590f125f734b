import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limitsConform } from '../fixtures/limits.conformance.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { readConfig } from './config.ts'
import type { Limits } from './limits.ts'
import { openLog } from './log.ts'
import { MemoryLimits } from './memory-limits.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { RedisLimits } from './redis-limits.ts'
import { TestClock } from './testing.ts'

describe('in memory', () => {
  const shared = new WeakMap<object, Limits>()
  // Ends of one process are the same one.
  limitsConform((clock, options) => {
    const limits = shared.get(clock) ?? new MemoryLimits(clock, options)
    shared.set(clock, limits)
    return limits
  })
})

describe('in Redis', () => {
  let server: RedisServer
  let clients: RedisClient[]
  beforeAll(async () => {
    server = await startRedis()
    const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
    clients = await Promise.all([1, 2, 3].map(() => openRedis(server.url, log)))
  })
  afterAll(async () => {
    for (const client of clients) client.disconnect()
    await server.stop()
  })
  let turn = 0
  const client = () => clients[turn++ % clients.length] as RedisClient
  limitsConform((clock, options) => new RedisLimits(client(), clock, options))

  test('nothing stays for good, nothing tells whose it is, and all has one hash tag', async () => {
    const limits = new RedisLimits(client(), new TestClock(), {
      signInTries: 1,
      signInWait: 7200,
      signInMaxWait: 86_400,
    })
    await limits.attempt({ key: 'sign-in:zoe@example.org' })
    await limits.count('share:zoe@example.org', 3, 60_000)
    const keys = await client().keys('*')
    for (const key of keys) expect(key).toMatch(/^doable:\{limits\}:(tries|counts):[\w-]{43}$/)
    const left = await Promise.all(keys.map((key) => client().pttl(key)))
    expect(Math.min(...left)).toBeGreaterThan(0)
    expect(Math.max(...left)).toBeLessThanOrEqual(7_200_000)
    expect(Math.max(...left)).toBeGreaterThan(3_600_000)
  })

  test('a script that Redis forgot is sent again', async () => {
    const limits = new RedisLimits(client(), new TestClock(), {
      signInTries: 1,
      signInWait: 15,
      signInMaxWait: 15,
    })
    await limits.attempt({ key: 'a' })
    await client().script('FLUSH')
    await expect(limits.attempt({ key: 'a' })).rejects.toThrow('Too many tries')
  })
})

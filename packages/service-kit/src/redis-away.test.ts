import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { signInAt, statusAt } from '../fixtures/sessions.conformance.ts'
import { readConfig } from './config.ts'
import type { Problem } from './problem.ts'
import { build, type Platform, type Service } from './service.ts'
import { sentenceFor } from './start-error.ts'
import { startServices, type TestApp, until } from './testing.ts'

let redis: RedisServer
let dataDir: string
let apps: TestApp[]
let platforms: Platform[]
beforeEach(async () => {
  redis = await startRedis()
  dataDir = await mkdtemp(join(tmpdir(), 'doable-away-'))
  apps = []
  platforms = []
  const env = { REDIS_URL: redis.url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  for (let n = 0; n < 2; n += 1) apps.push(await startServices([service], { env }))
})
afterEach(async () => {
  for (const app of apps) await app.stop()
  await redis.stop()
  await rm(dataDir, { recursive: true, force: true })
})
const service: Service = {
  ...noteService,
  start: async (platform) => {
    platforms.push(platform)
    return async () => {}
  },
}
const two = () => apps as [TestApp, TestApp]
const signIn = ({ app }: TestApp) =>
  app.inject({ method: 'POST', url: '/api/notes/session', payload: { personId: uuidv7() } })
const statusOf = async ({ app }: TestApp, url: string) => (await app.inject({ url })).statusCode
const all200 = async (work: () => Promise<number>[]) =>
  (await Promise.all(work())).every((status) => status === 200)

test('Redis killed: 503 and nobody taken for signed out, then all go on without a restart, and no session is lost', async () => {
  const [one, other] = two()
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => signInAt(n % 2 ? one : other)))
  const gone = await signInAt(one)
  await one.app.sessions.end(gone.personId, gone.sessionId)
  await redis.kill()

  for (const { secret } of people) expect(await statusAt(one, secret)).toBe(503)
  const answer = await other.app.inject({
    url: '/api/notes',
    headers: { cookie: `sid=${people[0]?.secret}` },
  })
  expect(answer.json()).toMatchObject({ type: '/problems/redis-away', status: 503 })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(answer.cookies).toEqual([])
  expect((await signIn(one)).statusCode).toBe(503)
  for (const app of two()) {
    expect(await statusOf(app, '/health/ready')).toBe(503)
    expect(await statusOf(app, '/health/live')).toBe(200)
  }

  await redis.start()
  const asked = () => two().flatMap((app) => [...people.map(({ secret }) => statusAt(app, secret))])
  await until(() => all200(asked), 'everybody to be known again', 3_000)
  await until(
    () => all200(() => two().map((app) => statusOf(app, '/health/ready'))),
    'both to be ready',
    3_000,
  )
  expect(await statusAt(one, gone.secret)).toBe(401)
  expect((await signIn(one)).statusCode).toBe(200)
})

test('Redis that stands still: 503 in time, and all go on when it does', async () => {
  const [one] = two()
  const { secret } = await signInAt(one)
  process.kill(redis.pid(), 'SIGSTOP')
  expect(await statusAt(one, secret)).toBe(503)
  expect((await signIn(one)).statusCode).toBe(503)
  process.kill(redis.pid(), 'SIGCONT')
  await until(async () => (await statusAt(one, secret)) === 200, 'Redis to go on', 3_000)
})

test('Redis that is full: who is signed in stays so, and nothing is thrown out to make room', async () => {
  const [one, other] = two()
  const { secret } = await signInAt(one)
  const client = new Redis(redis.url)
  await client.config('SET', 'maxmemory', 1)
  const refused = await signIn(one)
  expect([refused.statusCode, refused.json().type]).toEqual([503, '/problems/redis-away'])
  expect([await statusAt(one, secret), await statusAt(other, secret)]).toEqual([200, 200])
  await client.config('SET', 'maxmemory', 0)
  client.disconnect()
  expect((await signIn(one)).statusCode).toBe(200)
})

test('rate limits hold across replicas and a kill of Redis', async () => {
  const [one, other] = platforms as [Platform, Platform]
  const count = (platform: Platform) => platform.limits.count('ann', 3, 3_600_000)
  await count(one)
  await count(other)
  await redis.kill()
  await expect(count(one)).rejects.toThrow()
  await redis.start()
  let allowed = 2
  // Each has a connection of its own to find again.
  for (const platform of platforms)
    await until(
      () =>
        count(platform).then(
          () => {
            allowed += 1
            return false
          },
          (error) => (error as Problem).status === 429,
        ),
      'the limit to hold again',
      3_000,
    )
  expect(allowed).toBeLessThanOrEqual(3)
})

test.each([
  ['redis://127.0.0.1:1', 'Redis at 127.0.0.1:1 does not answer; start it, or correct REDIS_URL.'],
  [
    'redis-sentinel://127.0.0.1:1/mymaster',
    'Redis at 127.0.0.1:1 does not answer; start it, or correct REDIS_URL.',
  ],
  ['redis://127.0.0.1:SILENT', 'does not answer; start it, or correct REDIS_URL.'],
  ['redis-cluster://127.0.0.1:1,127.0.0.1:2', 'Redis at 127.0.0.1:1, 127.0.0.1:2 does not answer;'],
  ['rabbit://x', 'REDIS_URL starts with "rabbit:", which is not supported here; known: redis, rediss,'],
  ['redis://user:wrong@HERE', 'refuses the user or the password in REDIS_URL.'],
])('a start with %s ends in one sentence', async (url, said) => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'silent', NODE_ENV: 'test' }
  const config = readConfig({
    ...env,
    REDIS_URL: url.replace('HERE', `127.0.0.1:${redis.port}`).replace('SILENT', String(port)),
  })
  const failure = await build([noteService], config).catch((error: unknown) => error)
  expect(sentenceFor(failure, config)).toContain(said)
  expect(sentenceFor(failure, config)).not.toContain('wrong@')
  silent.close()
})

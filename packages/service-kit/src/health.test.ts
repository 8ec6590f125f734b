import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { startServices, type TestApp, until } from './testing.ts'

let redis: RedisServer
let dataDir: string
let file: string
let running: TestApp
beforeEach(async () => {
  redis = await startRedis()
  dataDir = await mkdtemp(join(tmpdir(), 'doable-health-'))
  file = join(dataDir, 'own.db')
  const env = { REDIS_URL: redis.url, DATA_DIR: dataDir, DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' }
  running = await startServices([noteService], { env })
})
afterEach(async () => {
  await running.stop()
  await redis.stop()
  await rm(dataDir, { recursive: true, force: true })
})

type Said = { status?: number; type?: string; detail?: string; errors?: { pointer: string }[] }
async function ready() {
  const answer = await running.app.inject('/health/ready')
  const { type, errors = [] } = answer.json() as Said
  return [answer.statusCode, type, ...errors.map(({ pointer }) => pointer)]
}
const settled = (wanted: unknown[]) =>
  until(async () => JSON.stringify(await ready()) === JSON.stringify(wanted), JSON.stringify(wanted))

test('each that is away is named, nothing else is told, and it is well again when they are back', async () => {
  const { db } = running.app
  expect(await ready()).toEqual([200, undefined])
  const [row] = (await db.query('SELECT name FROM "NoteMigrations"'))[0] as { name: string }[]
  await db.query('DELETE FROM "NoteMigrations" WHERE name = $name', { bind: { name: row?.name } })
  expect(await ready()).toEqual([503, '/problems/migrations-missing', '/migrations'])
  await redis.kill()
  await settled([503, '/problems/migrations-missing', '/migrations', '/redis'])
  const { body, headers } = await running.app.inject('/health/ready')
  for (const secret of [redis.url, String(redis.port), dataDir]) expect(body).not.toContain(secret)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  await db.query('INSERT INTO "NoteMigrations" (name) VALUES ($name)', { bind: { name: row?.name } })
  await settled([503, '/problems/redis-away', '/redis'])
  await redis.start()
  await settled([200, undefined])
})

test('what only a newer program knows keeps an older one at work, as while all are replaced', async () => {
  await running.app.db.query('INSERT INTO "NoteMigrations" (name) VALUES ($name)', {
    bind: { name: '20991231-later' },
  })
  expect(await ready()).toEqual([200, undefined])
})

test('a database that is away is named with Redis, and the process is still alive', async () => {
  await rename(file, `${file}.away`)
  await redis.kill()
  await settled([503, '/problems/database-away', '/database', '/redis'])
  expect((await running.app.inject('/health/live')).statusCode).toBe(200)
  await rename(`${file}.away`, file)
  await settled([503, '/problems/redis-away', '/redis'])
})

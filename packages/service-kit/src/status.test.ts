import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ServiceStatus } from '@doable/contracts/status'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { startRedis } from '../fixtures/redis-server.ts'
import { startServices, type TestApp } from './testing.ts'
import { version } from './version.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'doable-status-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

async function signedIn({ app }: TestApp, administrator: boolean) {
  const payload = { personId: uuidv7(), administrator }
  const { secret } = (await app.inject({ method: 'POST', url: '/api/notes/session', payload })).json()
  return async () => {
    const answer = await app.inject({ url: '/api/administration/status/note', cookies: { sid: secret } })
    return { code: answer.statusCode, status: answer.json() as ServiceStatus }
  }
}

test('an administrator sees how a service is; for others there is nothing', async () => {
  const running = await startServices([noteService], { env: { DATA_DIR: dataDir } })
  const ask = await signedIn(running, true)
  const { code, status } = await ask()
  expect([code, ServiceStatus.safeParse(status).error]).toEqual([200, undefined])
  const plain = { service: 'note', version, sessions: 1, liveClients: 0, putAside: 0, backupAt: null }
  expect(status).toMatchObject({ ...plain, outbox: { events: 0, seconds: 0 } })
  expect(status.database.milliseconds).toBeGreaterThanOrEqual(0)
  expect(status.database.bytes).toBeGreaterThan(4096)
  expect(status.disk?.sizeBytes).toBeGreaterThan(status.disk?.freeBytes ?? 0)
  expect(status).not.toHaveProperty('redis')
  await writeFile(join(dataDir, 'last-backup.json'), '{ "at": "2026-11-22T03:00:00.000Z" }')
  expect((await ask()).status.backupAt).toBe('2026-11-22T03:00:00.000Z')
  await writeFile(join(dataDir, 'last-backup.json'), '{ "at": ')
  expect((await ask()).status.backupAt).toBeNull()
  expect((await (await signedIn(running, false))()).code).toBe(404)
  expect((await running.app.inject('/api/administration/status/note')).statusCode).toBe(401)
  await running.stop()
})

test('in a fleet Redis and the streams are told, and what is away hides nothing else', async () => {
  const redis = await startRedis()
  const file = join(dataDir, 'own.db')
  const running = await startServices([noteService], {
    env: { DATA_DIR: dataDir, DATABASE_URL: `sqlite:${file}`, REDIS_URL: redis.url, LOG_LEVEL: 'silent' },
  })
  const ask = await signedIn(running, true)
  const { status } = await ask()
  expect(status.redis?.milliseconds).toBeGreaterThanOrEqual(0)
  expect(status.stream).toEqual({ events: 0, seconds: 0 })
  await rename(file, `${file}.away`)
  const away = (await ask()).status
  expect(away).toMatchObject({ database: { milliseconds: null, bytes: null }, outbox: null, sessions: 1 })
  expect(away.redis?.milliseconds).toBeGreaterThanOrEqual(0)
  await running.stop()
  await redis.stop()
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sequelize } from 'sequelize'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrations.ts'
import { databaseOf, type TestDatabase } from './test-database.ts'
import { until } from './testing.ts'

const program = fileURLToPath(new URL('../fixtures/programs/note.ts', import.meta.url))
let redis: RedisServer
let folder: string
let database: TestDatabase
let db: Sequelize
let child: ChildProcess | undefined
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-fleet-'))
  database = await databaseOf(folder)
  db = await openDatabase(database.url)
  noteService.models(db)
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await db.close()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
})

/** A process of the fleet, as a supervisor starts it. */
function start() {
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    LOG_LEVEL: 'warn',
    LOG_PRETTY: 'false',
  }
  const started = spawn(process.execPath, [program], { env, cwd: folder })
  child = started
  let said = ''
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (text) => {
      said += text
    })
  return { ended: once(started, 'exit'), said: () => said }
}
const times = (text: string, part: string) => text.split(part).length - 1

test('a process waits for the migrations, makes nothing itself, and then starts', async () => {
  const { said } = start()
  await until(() => said().includes('waiting for the migrations'), 'waiting', 3000)
  expect(said()).toContain('20261122-1-create-notes')
  expect(await db.getQueryInterface().showAllTables()).toEqual([])
  await migrate(db, [noteService])
  await until(() => /port \d+/.test(said()), 'listening', 3000)
  expect(times(said(), 'waiting for the migrations')).toBe(1)
  const ready = await fetch(`http://127.0.0.1:${/port (\d+)/.exec(said())?.[1]}/health/ready`)
  expect(ready.status).toBe(200)
})

test('a ledger that knows more than the program ends it in one sentence', async () => {
  await migrate(db, [noteService])
  const later = { name: '29991231-from-the-future' }
  await db.query('INSERT INTO "NoteMigrations" (name) VALUES ($name)', { bind: later })
  const { ended, said } = start()
  expect((await ended)[0]).toBe(1)
  expect(said().trim().split('\n')).toHaveLength(1)
  expect(said()).toMatch(/was made by a newer version of Doable \(29991231-from-the-future\)/)
})

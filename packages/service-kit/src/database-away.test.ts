import { readdirSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../fixtures/fake-tds.ts'
import { noteService } from '../fixtures/note/service.ts'
import { type FakeServer, startSqlServer } from '../fixtures/sql-server.ts'
import { startServices, type TestApp } from './testing.ts'

let server: FakeServer
let running: TestApp
beforeAll(async () => {
  server = await startSqlServer()
  server.answering.now = inserted
  const env = { DATABASE_URL: server.url, DATABASE_POOL: '3', LOG_LEVEL: 'silent' }
  running = await startServices([noteService], { env })
})
afterAll(async () => {
  await running.stop()
  await server.kill()
})
beforeEach(() => {
  server.heard.length = 0
})

const migrations = readdirSync(new URL('../fixtures/note/migrations', import.meta.url))

/** An INSERT of Sequelize hands back the row that it wrote; and the migrations have been run. */
function inserted(sql: string): Answer | undefined {
  if (sql.includes('INFORMATION_SCHEMA'))
    return { rows: [{ TABLE_NAME: 'NoteMigrations', TABLE_SCHEMA: 'dbo' }] }
  if (sql.includes('SELECT name FROM'))
    return { rows: migrations.map((file) => ({ name: file.replace('.ts', '') })) }
  return sql.includes('OUTPUT INSERTED') ? { rows: [{ id: 'x' }] } : undefined
}
const ready = async () => (await running.app.inject('/health/ready')).statusCode
const signIn = () =>
  running.app.inject({ method: 'POST', url: '/api/notes/session', payload: { personId: uuidv7() } })
async function away() {
  const answer = await signIn()
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ type: '/problems/database-away', status: 503 })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
}

test('a database that is away is answered 503, nobody is sent here, and all is well when it is back', async () => {
  expect([await ready(), (await signIn()).statusCode]).toEqual([200, 200])
  await server.kill()
  await away()
  expect(await ready()).toBe(503)
  await server.start()
  expect([await ready(), (await signIn()).statusCode]).toEqual([200, 200])
})

test('a connection that breaks under a change is answered 503, and the change is not sent again', async () => {
  let cuts = 1
  server.answering.now = (sql) => {
    if (!sql.includes('INSERT INTO [Sessions]') || cuts === 0) return inserted(sql)
    cuts -= 1
    return 'cut'
  }
  await away()
  expect(server.heard.filter((sql) => sql.includes('INSERT INTO [Sessions]'))).toHaveLength(1)
  expect((await signIn()).statusCode).toBe(200)
})

test('readiness does not wait for as long as the pool would', async () => {
  server.answering.now = (sql) => (sql.includes('SELECT 1') ? 'silence' : inserted(sql))
  expect(await ready()).toBe(503)
  // The statement is still under way: its own limit of 15 seconds has not come.
  expect(server.heard.filter((sql) => sql.includes('SELECT 1'))).toHaveLength(1)
  server.answering.now = inserted
  await server.kill()
  await server.start()
  expect(await ready()).toBe(200)
})

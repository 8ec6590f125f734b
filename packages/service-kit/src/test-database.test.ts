import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { type FakeServer, startSqlServer } from '../fixtures/sql-server.ts'
import { databaseOf, removeDatabases } from './test-database.ts'
import { startServices } from './testing.ts'

let server: FakeServer
let folder: string
beforeEach(async () => {
  server = await startSqlServer()
  folder = await mkdtemp(join(tmpdir(), 'doable-databases-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.kill()
  await rm(folder, { recursive: true, force: true })
})
/** The statements that hold this, from where it begins; before it, a call says how long the statement is. */
const heard = (form: RegExp) =>
  server.heard.flatMap((sql) =>
    form.exec(sql)?.index === undefined ? [] : [sql.slice(form.exec(sql)?.index).replace(/ \| .*/, '')],
  )

test('a folder has one database with the stated collation, and it is dropped whoever uses it', async () => {
  const one = await databaseOf(folder, server.url)
  expect(await databaseOf(folder, server.url)).toBe(one)
  const name = new URL(one.url).pathname.slice(1)
  expect(name).toMatch(/^doable_test_\w+$/)
  expect(one.url).toBe(server.url.replace('/doable?', `/${name}?`))
  expect(heard(/(CREATE|IF|ALTER|DROP) (DATABASE|DB_ID)/)).toEqual([
    `CREATE DATABASE [${name}] COLLATE Latin1_General_100_BIN2`,
    `ALTER DATABASE [${name}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE`,
    `ALTER DATABASE [${name}] SET ALLOW_SNAPSHOT_ISOLATION ON`,
  ])
  server.heard.length = 0
  await one.remove()
  expect(heard(/(CREATE|IF|ALTER|DROP) (DATABASE|DB_ID)/)).toEqual([
    `IF DB_ID(N'${name}') IS NOT NULL ALTER DATABASE [${name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE`,
    `DROP DATABASE IF EXISTS [${name}]`,
  ])
  await (await databaseOf(folder, server.url)).remove()
  expect(heard(/CREATE DATABASE/)).toHaveLength(1)
})

test('a server that is making another database just now is asked again', async () => {
  let busy = 1
  server.answering.now = (sql) => {
    if (!sql.includes('CREATE DATABASE') || busy === 0) return undefined
    busy -= 1
    return { error: 1807, message: 'Could not obtain exclusive lock on database model.' }
  }
  const { remove } = await databaseOf(folder, server.url)
  expect(heard(/CREATE DATABASE/)).toHaveLength(2)
  await remove()
})

test('whether the server encrypts is found out where the address does not say; a refusal is not hidden', async () => {
  const plain = server.url.replace('?encrypt=false', '')
  const { url, remove } = await databaseOf(folder, plain)
  expect(url).toMatch(/\?encrypt=false$/)
  await remove()
  await server.kill()
  await expect(databaseOf(join(folder, 'other'), plain.replace('sa:', 'sb:'))).rejects.toThrow(
    /Failed to connect/,
  )
  await expect(databaseOf(join(folder, 'wrong'), 'sqlite:x.db')).rejects.toThrow(/^TEST_DATABASE_URL/)
})

test('services start on a database of their own there, and drop it when they stop', async () => {
  vi.stubEnv('TEST_DATABASE_URL', server.url)
  // An INSERT of Sequelize hands back the row that it wrote.
  server.answering.now = (sql) => (sql.includes('OUTPUT INSERTED') ? { rows: [{ id: 'x' }] } : undefined)
  const running = await startServices([noteService])
  const [made = ''] = heard(/CREATE DATABASE/)
  const name = /\[(.*?)\]/.exec(made)?.[1] ?? 'none'
  expect(heard(/CREATE TABLE \[Notes\]/)).toHaveLength(1)
  const payload = { personId: uuidv7() }
  const answer = await running.app.inject({ method: 'POST', url: '/api/notes/session', payload })
  expect(answer.statusCode).toBe(200)
  await running.stop()
  expect(heard(/DROP DATABASE/)[0]).toContain(`[${name}]`)
})

test('a start that fails leaves no database behind', async () => {
  vi.stubEnv('TEST_DATABASE_URL', server.url)
  server.answering.now = (sql) => (sql.includes('CREATE TABLE [Notes]') ? { error: 1785 } : undefined)
  await expect(startServices([noteService])).rejects.toThrow()
  expect(heard(/DROP DATABASE/)).toHaveLength(1)
})

test('what a killed test has left behind goes when all are over', async () => {
  vi.stubEnv('TEST_DATABASE_RUN', 'run1')
  server.answering.now = (sql) =>
    sql.includes('sys.databases')
      ? { rows: [{ name: 'doable_test_run1_a' }, { name: 'doable_test_run1_b' }] }
      : undefined
  await removeDatabases(server.url)
  expect(server.heard.find((sql) => sql.includes('sys.databases'))).toContain('doable_test_run1_')
  expect(heard(/DROP DATABASE/).map((sql) => /\[(.*?)\]/.exec(sql)?.[1])).toEqual([
    'doable_test_run1_a',
    'doable_test_run1_b',
  ])
})

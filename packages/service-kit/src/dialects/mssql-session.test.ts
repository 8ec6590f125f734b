import { setTimeout as wait } from 'node:timers/promises'
import type { Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakeServer, startSqlServer } from '../../fixtures/sql-server.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { until } from '../testing.ts'
import { inTransaction } from '../transaction.ts'
import { mssql } from './mssql.ts'

let server: FakeServer
let db: Sequelize
beforeEach(async () => {
  server = await startSqlServer()
  db = await open()
  server.heard.length = 0
})
afterEach(async () => {
  await db.close()
  await server.kill()
})

const open = (env: Record<string, string> = {}) =>
  openDatabase(server.url, readConfig({ DATABASE_POOL: '3', DATABASE_TIMEOUT: '1', ...env }))
const heard = (text: string) => server.heard.filter((sql) => sql.includes(text)).length
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

/** The next so many statements with this text get an answer of their own. */
function answer(text: string, wanted: ReturnType<NonNullable<FakeServer['answering']['now']>>, times = 1) {
  let left = times
  server.answering.now = (sql) => {
    if (!sql.includes(text) || left === 0) return undefined
    left -= 1
    return wanted
  }
}
const read = () => db.query('SELECT 1 AS one')
const write = () => db.query('UPDATE t SET n = 1')
/** So many connections in the pool, all signed in and idle. */
async function fill(connections: number) {
  let inside = 0
  const work = async () => {
    inside += 1
    await until(() => inside === connections, 'a full pool')
  }
  await Promise.all(Array.from({ length: connections }, () => inTransaction(db, work)))
}

test('a server that was started again is used again, though the pool is full of its old connections', async () => {
  await fill(3)
  await server.kill()
  await server.start()
  await fill(3)
  await write()
  expect(heard('UPDATE t')).toBe(1)
})

test('where the server is away a read fails at once, and is well again by itself', async () => {
  await server.kill()
  const error = await failure(read())
  expect(mssql.trouble(error)).toBe('away')
  await server.start()
  await read()
})

test('a read that met a broken connection is read again; the idle ones are not tried one after the other', async () => {
  await db.close()
  db = await open({ DATABASE_POOL: '8' })
  await fill(8)
  server.doom()
  await read()
  expect(heard('SELECT 1')).toBeLessThanOrEqual(1 + 3)
  await fill(8)
})

test('a write outside of a transaction is never sent twice', async () => {
  answer('UPDATE t', 'cut')
  const error = await failure(write())
  expect(mssql.trouble(error)).toBe('away')
  expect(heard('UPDATE t')).toBe(1)
})

test('a transaction that broke before its end is done again, all of it', async () => {
  answer('UPDATE t', 'cut')
  await inTransaction(db, async () => {
    await db.query('INSERT INTO t VALUES (1)')
    await write()
  })
  expect([heard('INSERT'), heard('UPDATE t'), heard('COMMIT')]).toEqual([2, 2, 1])
})

test('a transaction that broke during COMMIT is not: it may have happened', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
  answer('COMMIT', 'cut')
  const error = await failure(inTransaction(db, write))
  expect(mssql.trouble(error)).toBe('away')
  expect([heard('UPDATE t'), heard('COMMIT')]).toEqual([1, 1])
  said.mockRestore()
  await inTransaction(db, write)
  expect([heard('UPDATE t'), heard('COMMIT')]).toEqual([2, 2])
})

test('the victim of a deadlock is done again on its connection, with nothing left to undo', async () => {
  const said = vi.spyOn(console, 'warn')
  answer('UPDATE t', { error: 1205, undone: true }, 2)
  await inTransaction(db, write)
  expect([heard('UPDATE t'), heard('COMMIT'), heard('ROLLBACK')]).toEqual([3, 1, 0])
  expect([server.connections(), said.mock.calls]).toEqual([1, []])
  said.mockRestore()
})

test('a deadlock is worth another try however late it was found', async () => {
  answer('UPDATE t', { error: 1205, undone: true })
  let waits = 3_100
  await inTransaction(db, async () => {
    await wait(waits)
    waits = 0
    await write()
  })
  expect([heard('UPDATE t'), heard('COMMIT')]).toEqual([2, 1])
})

test('a deadlock that comes again and again is answered in the end', async () => {
  answer('UPDATE t', { error: 1205, undone: true }, 100)
  const error = await failure(inTransaction(db, write))
  expect(mssql.trouble(error)).toBe('busy')
  expect([heard('UPDATE t'), heard('COMMIT')]).toEqual([5, 0])
})

test('what is sent in the name of a transaction that the server has undone is not kept by itself', async () => {
  answer('UPDATE t', { error: 1205, undone: true }, 100)
  const both = inTransaction(db, async () => {
    await Promise.all([write(), db.query('INSERT INTO t VALUES (1)')])
  })
  await failure(both)
  expect(heard('INSERT')).toBe(0)
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const swallowed = inTransaction(db, async () => void (await failure(write())))
  expect(await failure(swallowed)).toBeDefined()
  said.mockRestore()
  expect(heard('COMMIT')).toBe(0)
})

test('nothing is migrated where the lock for it was not granted', async () => {
  answer('sp_getapplock', { rows: [{ result: -3 }] })
  const migrating = inTransaction(db, async (tx) => {
    await mssql.lockForMigrations(db, tx)
    await write()
  })
  await expect(migrating).rejects.toThrow('sp_getapplock answered -3')
  expect([heard('UPDATE t'), heard('ROLLBACK')]).toEqual([0, 1])
})

test('a migration has no limit of time; what comes after it on the pool has', async () => {
  await inTransaction(db, (tx) => mssql.lockForMigrations(db, tx))
  answer('SELECT 1', 'silence')
  expect(mssql.trouble(await failure(read()))).toBe('busy')
  answer('UPDATE t', 'silence')
  const migrating = inTransaction(db, async (tx) => {
    await mssql.lockForMigrations(db, tx)
    await write()
  })
  const ended = failure(migrating).then(() => 'ended')
  // Longer than DATABASE_TIMEOUT.
  expect(await Promise.race([ended, wait(2_500, 'at it')])).toBe('at it')
  await server.kill()
  await ended
})

test('a refused login is tried once', async () => {
  await server.kill()
  await server.start()
  let logins = 0
  server.answering.now = (sql) => {
    if (sql !== 'LOGIN') return undefined
    logins += 1
    return { error: 18_456, message: 'Login failed for user.' }
  }
  expect(mssql.trouble(await failure(inTransaction(db, write)))).toBe('away')
  expect(mssql.trouble(await failure(read()))).toBe('away')
  expect(logins).toBe(2)
  server.answering.now = undefined
  await read()
})

test('a listener that accepts and never answers is given up, and the pool is none the worse', async () => {
  await db.close()
  db = await open({ DATABASE_CONNECT_TIMEOUT: '1' })
  await server.kill()
  await server.start()
  server.answering.now = (sql) => (sql === 'LOGIN' ? 'silence' : undefined)
  const errors = await Promise.all(Array.from({ length: 6 }, () => failure(read())))
  for (const error of errors) expect(mssql.trouble(error)).toMatch(/away|busy/)
  server.answering.now = undefined
  await fill(3)
})

test('a statement that takes too long is given up, and its connection is used again', async () => {
  answer('SELECT 1', 'silence')
  expect(mssql.trouble(await failure(read()))).toBe('busy')
  await read()
  expect([server.connections(), heard('SELECT 1')]).toEqual([1, 2])
})

test('an answer that stops half way is not waited for forever', async () => {
  answer('UPDATE t', 'half')
  expect(mssql.trouble(await failure(write()))).toBe('away')
  await read()
})

test('many at once while the server dies all hear something, and the pool keeps its size', async () => {
  const many = Array.from({ length: 40 }, (_, n) => (n % 2 ? inTransaction(db, write) : read()))
  const settled = Promise.allSettled(many)
  await server.kill()
  await settled
  await server.start()
  await Promise.all(Array.from({ length: 40 }, () => inTransaction(db, write)))
  expect(server.connections()).toBeLessThanOrEqual(3)
})

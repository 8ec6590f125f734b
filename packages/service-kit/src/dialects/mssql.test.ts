import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import type { Sequelize } from 'sequelize'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fakeSqlServer } from '../../fixtures/fake-tds.ts'
import { openDatabase } from '../database.ts'
import { addEventTraces, createEventTables } from '../event-tables.ts'
import { createJobs, jobsTable } from '../job-table.ts'
import { Jobs } from '../jobs.ts'
import { createSessions } from '../session-table.ts'
import { TestClock } from '../testing.ts'
import { inTransaction } from '../transaction.ts'
import { mssql } from './mssql.ts'

const heard: string[] = []
let server: Server
let db: Sequelize
beforeAll(async () => {
  server = fakeSqlServer((sql) => heard.push(sql.replace(/\s+/g, ' ').trim())).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  db = await openDatabase(`mssql://sa:secret@127.0.0.1:${port}/doable?encrypt=false`)
})
beforeEach(() => {
  heard.length = 0
})
afterAll(async () => {
  await db.close()
  server.close()
})
const all = () => heard.join('\n')

test('a password is not shown in the place of the data', () => {
  expect(mssql.place('mssql://sa:secret@db.local:1433/doable')).toBe('db.local:1433/doable')
})

test('texts are bound at one length, so that one plan serves all of them; dates keep their milliseconds', async () => {
  for (const v of ['a', 'abcdef']) await db.query('SELECT 1 AS one WHERE $v = $v', { bind: { v } })
  await db.query('SELECT 1 AS one WHERE $at > $n', { bind: { at: new Date(), n: 1 } })
  expect(heard).toHaveLength(3)
  for (const sql of heard.slice(0, 2)) expect(sql).toContain('@v nvarchar(4000)')
  expect(heard[2]).toContain('@at datetimeoffset(3)')
})

test('a number is raised and read in one statement', async () => {
  await inTransaction(db, (transaction) => mssql.increment(db, 'Lists', 'version', 'an-id', { transaction }))
  expect(heard[0]).toBe('BEGIN')
  expect(heard[1]).toContain(
    'SET "version" = "version" + @by OUTPUT inserted."version" AS value WHERE id = @id',
  )
  expect(heard[2]).toBe('COMMIT')
})

test('jobs are claimed past the rows that others hold', async () => {
  const jobs = new Jobs(jobsTable(db, 'TestJobs'), new TestClock())
  expect(await jobs.claim('mail', 8)).toEqual([])
  expect(all()).toContain('OUTPUT inserted.id')
  expect(all()).toContain(
    'SELECT TOP (@most) id FROM "TestJobs" WITH (READPAST, UPDLOCK, ROWLOCK, READCOMMITTEDLOCK)',
  )
})

test('a job is put with an update and an insert, never MERGE', async () => {
  const jobs = new Jobs(jobsTable(db, 'TestJobs'), new TestClock())
  await jobs.put({ queue: 'mail', key: 'k', runAt: new Date(), payload: 1 })
  expect(all()).toContain('UPDATE [TestJobs] SET')
  expect(all()).not.toContain('MERGE')
})

test('migrations take a lock that ends with their transaction', async () => {
  await inTransaction(db, (tx) => mssql.lockForMigrations(db, tx))
  expect(heard[1]).toContain(
    "EXEC @result = sp_getapplock @Resource = N'doable-migrations', @LockMode = N'Exclusive'",
  )
})

test('the tables of the kit are made with bounded texts and filtered indexes', async () => {
  const q = db.getQueryInterface()
  await createEventTables(q, 'task')
  await addEventTraces(q, 'task')
  await createSessions(q)
  await createJobs(q, 'TestJobs')
  expect(all()).toMatch(
    /CREATE TABLE \[TaskEvents\] \(\[id\] NVARCHAR\(36\) COLLATE Latin1_General_100_BIN2 NOT NULL/,
  )
  expect(all()).toContain(
    'CREATE INDEX [TaskEvents_unpublished] ON [TaskEvents] ([id]) WHERE [publishedAt] IS NULL',
  )
  expect(all()).toMatch(/CREATE UNIQUE INDEX \[TestJobs_key\] .* WHERE \[dedupeKey\] IS NOT NULL/)
  expect(all()).toMatch(/CREATE INDEX \[TestJobs_due\] .* WHERE \[state\] = N'waiting'/)
})

test('what queries are put together from is T-SQL', () => {
  expect(mssql.first(50)).toBe('OFFSET 0 ROWS FETCH NEXT 50 ROWS ONLY')
  expect(mssql.contains('title', '$text')).toBe(
    'CHARINDEX($text, title COLLATE Latin1_General_100_CI_AI_SC) > 0',
  )
  expect(mssql.contains('title', '$one', '$two')).toMatch(
    /^CHARINDEX\(\$one, .* AND CHARINDEX\(\$two, .* > 0$/,
  )
  expect(mssql.bytes('notes')).toBe('DATALENGTH(notes) / 2')
  expect(mssql.idsIn('$ids')).toBe(
    "(SELECT id COLLATE Latin1_General_100_BIN2 FROM OPENJSON($ids) WITH (id NVARCHAR(36) '$'))",
  )
  expect(mssql.joined('name', ', ', 'position')).toMatch(
    /^STRING_AGG\(.*\) WITHIN GROUP \(ORDER BY position\)$/,
  )
})

test('errors of the engine are known by their numbers', () => {
  const error = (number: number) => ({ original: { number } })
  expect([1205, 1222, 3960, 547].map((number) => mssql.isConflict(error(number)))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect([1105, 9002, 3906, 1205, 547].map((number) => mssql.trouble(error(number)))).toEqual([
    'full',
    'full',
    'read-only',
    'busy',
    undefined,
  ])
})

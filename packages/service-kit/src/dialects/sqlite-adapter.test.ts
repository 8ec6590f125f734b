import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { DataTypes, ForeignKeyConstraintError, type Sequelize, UniqueConstraintError } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dialectOf, openDatabase } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { openSqlite } from './sqlite.ts'

let folder: string
let file: string
let db: Sequelize
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-adapter-'))
  file = join(folder, 'test.db')
  db = await openDatabase(`sqlite:${file}`)
  const q = db.getQueryInterface()
  const id = { type: DataTypes.INTEGER, primaryKey: true }
  await q.createTable('Counts', { id, n: { type: DataTypes.BIGINT, allowNull: false } })
  const references = { model: 'Counts', key: 'id' }
  await q.createTable('Parts', { id, countId: { type: DataTypes.INTEGER, references, onDelete: 'CASCADE' } })
  await db.query('INSERT INTO "Counts" (id, n) VALUES (1, 0)')
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const count = async () =>
  ((await db.query('SELECT n FROM "Counts" WHERE id = 1'))[0] as { n: unknown }[])[0]?.n
const raise = () =>
  inTransaction(db, async () => {
    const before = Number(await count())
    await new Promise((resolve) => setTimeout(resolve, 1))
    await db.query('UPDATE "Counts" SET n = $n WHERE id = 1', { bind: { n: before + 1 } })
  })

test('fifty that read, wait and write at once lose nothing', async () => {
  await Promise.all(Array.from({ length: 50 }, raise))
  expect(await count()).toBe(50)
})

test('two processes on one file lose nothing', async () => {
  const program = fileURLToPath(new URL('../../fixtures/programs/raise.ts', import.meta.url))
  const others = [1, 2].map(() => spawn(process.execPath, [program, file, '60'], { stdio: 'inherit' }))
  const ends = others.map((one) => once(one, 'exit'))
  await Promise.all(Array.from({ length: 20 }, raise))
  for (const [code] of await Promise.all(ends)) expect(code).toBe(0)
  expect(await count()).toBe(140)
})

test('what fails is undone, to the transaction or to the savepoint', async () => {
  const fail = async () => {
    await raise()
    throw new Error('on purpose')
  }
  await expect(inTransaction(db, fail)).rejects.toThrow('on purpose')
  expect(await count()).toBe(0)
  await db.transaction(async (tx) => {
    await raise()
    await db.transaction({ transaction: tx }, fail).catch(() => {})
  })
  expect(await count()).toBe(1)
})

test('errors keep their meaning', async () => {
  await expect(db.query('INSERT INTO "Counts" (id, n) VALUES (1, 0)')).rejects.toThrow(UniqueConstraintError)
  await expect(db.query('INSERT INTO "Parts" (id, countId) VALUES (1, 9)')).rejects.toThrow(
    ForeignKeyConstraintError,
  )
  await expect(db.query('INSERT INTO "Counts" (id) VALUES (2)')).rejects.toThrow(/NOT NULL/)
  await expect(db.query('SELECT "wrong" FROM "Counts"')).rejects.toThrow(/no such column/)
})

test('a full disk is known as such, undoes the transaction and leaves the way free for the next', async () => {
  const [[pages]] = (await db.query('PRAGMA page_count')) as unknown as [{ page_count: number }[]]
  const small = openSqlite(file, { pragmas: [`max_page_count=${pages?.page_count}`, 'foreign_keys=ON'] })
  const fill = () =>
    small.transaction(async () => {
      await small.query('UPDATE "Counts" SET n = 7 WHERE id = 1')
      for (let id = 10; id < 3000; id += 1)
        await small.query('INSERT INTO "Counts" (id, n) VALUES ($id, 1)', { bind: { id } })
    })
  const error = await fill().catch((caught) => caught)
  expect(dialectOf(small).trouble(error)).toBe('full')
  expect(await count()).toBe(0)
  await small.query('UPDATE "Counts" SET n = 1 WHERE id = 1')
  await small.close()
  expect(await count()).toBe(1)
})

test('a commit that fails undoes everything and leaves the way free for the next', async () => {
  const broken = db.transaction(async () => {
    await db.query('PRAGMA defer_foreign_keys = ON')
    await db.query('INSERT INTO "Parts" (id, countId) VALUES (1, 9)')
    await db.query('UPDATE "Counts" SET n = 4')
  })
  await expect(broken).rejects.toThrow(ForeignKeyConstraintError)
  expect(await count()).toBe(0)
  await raise()
  expect(await count()).toBe(1)
})

test('a write that another program blocks waits for it, and fails as busy after the deadline', async () => {
  const other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  const impatient = openSqlite(file, { busyMs: 100 })
  const error = await impatient.query('UPDATE "Counts" SET n = 5').catch((caught) => caught)
  expect(dialectOf(impatient).trouble(error)).toBe('busy')
  await impatient.close()
  const patient = db.query('UPDATE "Counts" SET n = 6')
  setTimeout(() => other.exec('COMMIT'), 30)
  await patient
  other.close()
  expect(await count()).toBe(6)
})

test('a write that leaves the transaction of its own caller fails instead of waiting for ever', async () => {
  const impatient = openSqlite(file, { busyMs: 100 })
  const stray = impatient.transaction(async () => {
    await impatient.query('UPDATE "Counts" SET n = 5', { transaction: null })
  })
  expect(dialectOf(impatient).trouble(await stray.catch((caught) => caught))).toBe('busy')
  await impatient.query('UPDATE "Counts" SET n = 3')
  await impatient.close()
  expect(await count()).toBe(3)
})

test('readers do not wait for a writer and see what was committed', async () => {
  await inTransaction(db, async () => {
    await db.query('UPDATE "Counts" SET n = 9')
    const [rows] = await db.query('SELECT n FROM "Counts"', { transaction: null })
    expect(rows).toMatchObject([{ n: 0 }])
  })
  expect(await count()).toBe(9)
})

test('whole numbers beyond 2^53 come back whole', async () => {
  await db.query('UPDATE "Counts" SET n = 9007199254740993')
  expect(await count()).toBe('9007199254740993')
})

test('an address may ask for each commit to outlive a power failure, and for nothing else', async () => {
  const mode = async (from: Sequelize) => ((await from.query('PRAGMA synchronous'))[0] as object[])[0]
  expect(await mode(db)).toMatchObject({ synchronous: 1 })
  const full = await openDatabase(`sqlite:${file}?synchronous=full`)
  expect(await mode(full)).toMatchObject({ synchronous: 2 })
  await full.close()
  await expect(openDatabase(`sqlite:${file}?mode=ro`)).rejects.toThrow(/^DATABASE_URL/)
})

test('a damaged file and one that is no database are told apart from faults of the program', async () => {
  await expect(openDatabase(`sqlite:${fileURLToPath(import.meta.url)}`)).rejects.toMatchObject({
    original: { code: 'SQLITE_NOTADB' },
  })
})

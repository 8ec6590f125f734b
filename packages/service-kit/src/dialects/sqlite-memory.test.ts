import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { QueryTypes, type Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { sqlite } from './sqlite.ts'

let folder: string
let file: string
let db: Sequelize
let reads: number
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-memory-'))
  file = join(folder, 'test.db')
  db = await openDatabase(`sqlite:${file}`)
  await db.query('CREATE TABLE "Counts" (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)')
  await db.query('INSERT INTO "Counts" (id, n) VALUES (1, 0)')
  reads = 0
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const write = (n: number) => db.query('UPDATE "Counts" SET n = $n', { bind: { n }, type: QueryTypes.UPDATE })
const read = async () => {
  reads += 1
  return (await db.query<{ n: number }>('SELECT n FROM "Counts"', { type: QueryTypes.SELECT }))[0]?.n
}
const remembered = (how = read) => sqlite.remembered(db, 'count', how)

test('what nobody has changed is read once', async () => {
  for (let n = 0; n < 5; n += 1) expect(await remembered()).toBe(0)
  expect(reads).toBe(1)
  expect(await sqlite.remembered(db, 'another', async () => 7)).toBe(7)
})

test('what this process writes is seen at once, in a transaction or without one', async () => {
  for (let n = 1; n < 20; n += 1) {
    if (n % 2) await write(n)
    else await inTransaction(db, () => write(n))
    expect(await remembered()).toBe(n)
  }
})

test('what another process writes is seen at once', async () => {
  expect(await remembered()).toBe(0)
  const program = fileURLToPath(new URL('../../fixtures/programs/raise.ts', import.meta.url))
  const [code] = await once(spawn(process.execPath, [program, file, '3'], { stdio: 'inherit' }), 'exit')
  expect([code, await remembered()]).toEqual([0, 3])
})

test('what is rolled back is neither seen by others nor kept', async () => {
  expect(await remembered()).toBe(0)
  const failed = inTransaction(db, async () => {
    await write(9)
    expect(await remembered()).toBe(9)
    throw new Error('on purpose')
  })
  await expect(failed).rejects.toThrow('on purpose')
  expect(await remembered()).toBe(0)
})

test('what was read before a write that others have seen since is not kept', async () => {
  const slow = async () => {
    const before = await read()
    await write(5)
    expect(await remembered()).toBe(5)
    return before
  }
  expect(await remembered(slow)).toBe(0)
  expect(await remembered()).toBe(5)
})

test('what fails or is not there is asked again', async () => {
  await expect(remembered(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await remembered(async () => undefined)).toBe(undefined)
  expect(await remembered()).toBe(0)
})

test('a file that was moved away is not answered for', async () => {
  expect(await remembered()).toBe(0)
  await rename(file, `${file}.away`)
  await new Promise((resolve) => setTimeout(resolve, 5))
  await expect(remembered()).rejects.toMatchObject({ code: 'SQLITE_MOVED' })
})

import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dialectOf, openDatabase } from '../database.ts'
import { inTransaction } from '../transaction.ts'

let folder: string
let file: string
let db: Sequelize
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-file-'))
  file = join(folder, 'test.db')
  db = await openDatabase(`sqlite:${file}`)
  await db.query('CREATE TABLE Things (id INTEGER)')
  await write()
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const write = () => db.query('INSERT INTO Things VALUES (1)')
const inOne = () => inTransaction(db, () => db.query('INSERT INTO Things VALUES (1)'))
/** What the engine says of as many writes at once as need connections of their own. */
const troubles = async () => {
  const tries = [write, inOne, inOne, inOne, inOne, inOne, inOne]
  const ends = await Promise.allSettled(tries.map((each) => each()))
  return new Set(
    ends.map((end) => (end.status === 'rejected' ? dialectOf(db).trouble(end.reason) : 'written')),
  )
}
const count = async () => ((await db.query('SELECT COUNT(*) AS n FROM Things'))[0] as { n: number }[])[0]?.n

test('nothing is written to a file that is gone, and no other is made in its place', async () => {
  await rename(file, `${file}.away`)
  expect(await troubles()).toEqual(new Set(['moved']))
  expect(existsSync(file)).toBe(false)
  await rename(`${file}.away`, file)
  expect(await troubles()).toEqual(new Set(['written']))
  expect(await count()).toBe(8)
})

test('nor to one that another was put in place of', async () => {
  await copyFile(file, `${file}.copy`)
  await rename(`${file}.copy`, file)
  expect(await troubles()).toEqual(new Set(['moved']))
  await expect(count()).rejects.toThrow('moved')
})

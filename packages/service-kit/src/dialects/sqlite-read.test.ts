import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { inTransaction } from '../transaction.ts'

let folder: string
let db: Sequelize
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-read-'))
  db = await openDatabase(`sqlite:${join(folder, 'test.db')}`)
  await db.query('CREATE TABLE Things (id INTEGER PRIMARY KEY, name TEXT)')
  await db.query("INSERT INTO Things VALUES (1, 'one')")
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const named = (id: number, options: { transaction?: Transaction | null } = {}) =>
  db.query<{ name: string }>(' SELECT name FROM Things WHERE id = $id', {
    bind: { id },
    type: QueryTypes.SELECT,
    ...options,
  })

test('plain rows are read in the transaction of whoever asks, and outside of it where that is said', async () => {
  await inTransaction(db, async () => {
    await db.query("UPDATE Things SET name = 'two'")
    expect(await named(1)).toEqual([{ name: 'two' }])
    expect(await named(1, { transaction: null })).toEqual([{ name: 'one' }])
  })
  expect(await named(1)).toEqual([{ name: 'two' }])
})

test('nothing is read in a transaction that has ended', async () => {
  let ended: Transaction | undefined
  await inTransaction(db, async (tx) => {
    ended = tx
  })
  await expect(named(1, { transaction: ended as Transaction })).rejects.toThrow(/ended/)
})

test('what cannot be read says why', async () => {
  await expect(db.query('SELECT x FROM Things', { type: QueryTypes.SELECT })).rejects.toThrow(
    /no such column/,
  )
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataTypes, QueryTypes, type Sequelize } from 'sequelize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { flag, instant } from '../rows.ts'
import { sqlite } from './sqlite.ts'

let folder: string
let db: Sequelize
const at = new Date('2026-11-22T10:20:30.456Z')
const titles = ['Straße', 'café au lait', '100 %', "it's", 'ΣΊΣΥΦΟΣ']
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-sqlite-'))
  db = await openDatabase(`sqlite:${join(folder, 'test.db')}`)
  await db.getQueryInterface().createTable('Things', {
    id: { type: DataTypes.STRING(36), primaryKey: true },
    title: DataTypes.STRING(100),
    done: DataTypes.BOOLEAN,
    at: DataTypes.DATE(3),
    extra: DataTypes.TEXT,
  })
  await db.getQueryInterface().addIndex('Things', ['title'], { name: 'Things_title' })
  const rows = titles.map((title, n) => ({
    id: `t${n}`,
    title,
    done: n % 2 === 0,
    at: new Date(at.getTime() + n),
  }))
  await db.getQueryInterface().bulkInsert('Things', rows)
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})
const read = <T extends object>(sql: string, bind = {}) => db.query<T>(sql, { bind, type: QueryTypes.SELECT })

test.each([
  ['STRASSE', ['t0']],
  ['strasse', ['t0']],
  ['STRAß', ['t0']],
  ['CAFE', ['t1']],
  ['%', ['t2']],
  ['_', []],
  ["T'S", ['t3']],
  ['σίσυφος', ['t4']],
])('%j is found in any case and accent, and is no pattern', async (text, ids) => {
  const sql = `SELECT id FROM "Things" WHERE ${sqlite.contains('title', '$text')} ORDER BY id`
  expect((await read<{ id: string }>(sql, { text })).map(({ id }) => id)).toEqual(ids)
})

test('a text is found that holds every word, whatever their order', async () => {
  const sql = `SELECT id FROM "Things" WHERE ${sqlite.contains('title', '$one', '$two')}`
  const [title = ''] = titles.filter((text) => text.includes(' '))
  const [first = '', ...rest] = title.split(' ')
  expect(await read(sql, { one: rest.at(-1), two: first.toUpperCase() })).toHaveLength(1)
  expect(await read(sql, { one: first, two: 'nowhere' })).toEqual([])
})

test('room is counted in bytes', async () => {
  expect(await read(`SELECT ${sqlite.bytes('$text')} AS many`, { text: 'ä' })).toMatchObject([{ many: 2 }])
})

test('rows by ids in one bound text, and no more than asked for', async () => {
  const sql = `SELECT id FROM "Things" WHERE id IN ${sqlite.idsIn('$ids')} ORDER BY id DESC ${sqlite.first(2)}`
  expect(await read(sql, { ids: JSON.stringify(['t0', 't3', 't4', "x'"]) })).toMatchObject([
    { id: 't4' },
    { id: 't3' },
  ])
})

test('texts of a group are joined in order', async () => {
  const sql = `SELECT ${sqlite.joined('id', ', ', 'title DESC')} AS ids FROM "Things" WHERE done = 1`
  expect(await read(sql)).toMatchObject([{ ids: 't4, t0, t2' }])
})

test('a bound date compares with what a model wrote, and both read back alike', async () => {
  const rows = await read<{ at: unknown; done: unknown }>('SELECT at, done FROM "Things" WHERE at = $at', {
    at,
  })
  expect(rows.map((row) => [instant(row.at), flag(row.done)])).toEqual([[at.toISOString(), true]])
})

test('dropping a column keeps rows and indexes', async () => {
  const q = db.getQueryInterface()
  await sqlite.dropColumn(q, 'Things', 'extra')
  expect(Object.keys(await q.describeTable('Things'))).toEqual(['id', 'title', 'done', 'at'])
  expect(await read('SELECT id FROM "Things"')).toHaveLength(titles.length)
  expect((await q.showIndex('Things')) as object[]).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'Things_title' })]),
  )
})

import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { DataTypes, Model, Op, type Sequelize } from 'sequelize'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fakeSqlServer } from '../../fixtures/fake-tds.ts'
import { openDatabase } from '../database.ts'
import { storedDay } from './mssql-types.ts'

class Thing extends Model {}
const heard: string[] = []
let server: Server
let db: Sequelize
beforeAll(async () => {
  server = fakeSqlServer((sql) => heard.push(sql.replace(/\s+/g, ' ').trim())).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  db = await openDatabase(`mssql://sa:secret@127.0.0.1:${port}/doable?encrypt=false`)
  const id = { type: DataTypes.STRING(36), primaryKey: true }
  const rest = { name: DataTypes.STRING(100), number: DataTypes.INTEGER, at: DataTypes.DATE(3) }
  Thing.init(
    { id, ...rest, on: DataTypes.DATEONLY, done: DataTypes.BOOLEAN, data: DataTypes.BLOB },
    { sequelize: db, tableName: 'Things', timestamps: false },
  )
})
beforeEach(() => {
  heard.length = 0
})
afterAll(async () => {
  await db.close()
  server.close()
})
const said = () => heard.join('\n')

test('what is read is read by bound values: one, several, a range, a pattern, and how many', async () => {
  const at = new Date()
  const name = { [Op.ne]: "it's", [Op.startsWith]: 'a' }
  const where = { id: ['a', 'b'], name, number: { [Op.gte]: 18 }, at: { [Op.lt]: at }, done: false, on: null }
  await Thing.findAll({ where, attributes: ['id'], limit: 30, raw: true })
  expect(said()).toContain(
    `WHERE [Thing].[id] IN (SELECT id COLLATE Latin1_General_100_BIN2 FROM OPENJSON(@0) WITH (id NVARCHAR(4000) '$'))`,
  )
  expect(said()).toContain('([Thing].[name] != @1 AND [Thing].[name] LIKE @2)')
  expect(said()).toContain('[Thing].[number] >= @3 AND [Thing].[at] < @4 AND [Thing].[done] = @5')
  expect(said()).toContain(
    '[Thing].[on] IS NULL ORDER BY [Thing].[id] OFFSET @6 ROWS FETCH NEXT @7 ROWS ONLY',
  )
  expect(said()).toContain(
    '@0 nvarchar(4000), @1 nvarchar(4000), @2 nvarchar(4000), @3 int, @4 nvarchar(4000), @5 bit',
  )
})

test('what is changed and what is deleted is found by bound values', async () => {
  await Thing.update({ name: null, number: 2 }, { where: { id: ['a'], number: { [Op.lt]: 2 } } })
  expect(said()).toContain('UPDATE [Things] SET [name]=@0,[number]=@1 WHERE [id] IN (SELECT')
  expect(said()).toContain('OPENJSON(@2)')
  expect(said()).toContain('AND [number] < @3')
  expect(said()).toContain('@0 nvarchar(4000), @1 int, @2 nvarchar(4000), @3 int')
  heard.length = 0
  await Thing.destroy({ where: { name: 'x', id: { [Op.notIn]: ['a'] } } }).catch(() => {})
  expect(said()).toContain('DELETE FROM [Things] WHERE [name] = @0 AND [id] NOT IN (SELECT')
})

test('rows go as one text, however many; what is too long for a column is not cut', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => ({ id: `${at}`, name: 'n', number: at, done: true }))
  await Thing.bulkCreate(rows)
  expect(heard).toHaveLength(1)
  expect(said()).toContain(
    `INSERT INTO [Things] ([id], [name], [number], [done]) SELECT [id], [name], [number], [done] FROM OPENJSON(@0) WITH ([id] NVARCHAR(4000) '$.id', [name] NVARCHAR(4000) '$.name', [number] INTEGER '$.number', [done] BIT '$.done') ORDER BY [id]`,
  )
  expect(said()).toContain('@0 nvarchar(max)')
})

test('bytes are bound at one length', async () => {
  await db.query('SELECT 1 AS one WHERE @a = $a', { bind: { a: Buffer.from('abc') } })
  expect(said()).toContain('@a varbinary(max)')
})

test('two columns that share a description are two columns', async () => {
  const text = { type: DataTypes.STRING(10), allowNull: false }
  await db.getQueryInterface().createTable('Twins', { one: text, two: text })
  expect(said()).toContain(
    '([one] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL, [two] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL)',
  )
})

test('the catalog is asked for in capitals, which every collation understands', async () => {
  await db
    .getQueryInterface()
    .describeTable('Things')
    .catch(() => {})
  expect(said()).toContain('pk.TABLE_SCHEMA=c.TABLE_SCHEMA')
  expect(said()).not.toMatch(/\b(c|tc|cu|pk)\.[a-z]/)
})

test('a day that the driver read as midnight in UTC is that day in every zone', () => {
  expect(storedDay(new Date('2026-03-28T00:00:00Z'))).toBe('2026-03-28')
  const program = `
    const { storedDay } = await import(${JSON.stringify(new URL('./mssql-types.ts', import.meta.url).href)})
    console.log(storedDay(new Date('2026-03-28T00:00:00Z')))`
  const env = { ...process.env, TZ: 'America/New_York' }
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], { env })
  expect(String(answer).trim()).toBe('2026-03-28')
})

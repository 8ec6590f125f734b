import { openDatabase } from '@doable/service-kit/database'
import { heard } from '@doable/service-kit/fixtures/tsql/record'
import { type Schema, schemaFaults, schemaOf } from '@doable/service-kit/fixtures/tsql/schema'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import type { Sequelize } from 'sequelize'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { services } from './services.ts'

// Nothing of ours is replaced: only the driver, for want of a server.
vi.mock('tedious', () => import('@doable/service-kit/fixtures/tsql/engine'))

let db: Sequelize
let schema: Schema
beforeAll(async () => {
  db = await openDatabase('mssql://sa:none@stand-in.invalid/doable?encrypt=false')
  for (const service of services) service.models(db)
  await migrate(db, services)
  schema = schemaOf(heard)
})
afterAll(() => db.close())

test('SQL Server takes the tables of all services: types, keys, indexes, and one way of cascading', () => {
  expect([...schema.tables.keys()].filter((name) => !/(Migrations|Seeds)$/.test(name))).toHaveLength(33)
  expect(schema.keys.map(({ table, column, target }) => `${table}.${column} ${target}`)).toContain(
    'Notifications.taskId Tasks',
  )
  expect(schema.indexes.length).toBeGreaterThan(40)
  expect(schemaFaults(schema)).toEqual([])
})

test('all steps can be taken back and taken again, the demo too', async () => {
  await migrate(db, services, 'seeds')
  for (const service of services.toReversed()) await rollBack(db, service, true, 'seeds')
  for (const service of services.toReversed()) await rollBack(db, service, true)
  expect((await migrate(db, services)).length).toBeGreaterThan(5)
  expect(
    heard.filter((sql) => /\bMERGE\b|\bVARCHAR\b|\bDATETIME\b|NVARCHAR\(MAX\) NOT NULL/.test(sql)),
  ).toEqual([])
})

const table = (name: string, columns: string) => `CREATE TABLE [${name}] (${columns})`
const id = '[id] NVARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL'
const to = (column: string, target: string, how: string) =>
  `FOREIGN KEY ([${column}]) REFERENCES [${target}] ([id]) ON DELETE ${how}`
const refers = (...ids: string[]) => ids.map((name) => id.replace('id', name)).join(', ')

test.each([
  ['a text of no stated order', [table('A', '[a] NVARCHAR(36) NOT NULL')], 'A.a is NVARCHAR'],
  ['a text of one byte a letter', [table('A', '[a] VARCHAR(36) NOT NULL')], 'A.a is VARCHAR'],
  [
    'a key that is too long',
    [table('A', `${id.replace('36', '451')}, PRIMARY KEY ([id])`)],
    'PK A takes 902 bytes',
  ],
  [
    'an index over what has no end',
    [table('A', id.replace('36', 'MAX')), 'CREATE INDEX [A_id] ON [A] ([id])'],
    'A_id takes Infinity bytes',
  ],
  [
    'one NULL only',
    [table('A', id.replace('NOT NULL', 'NULL')), 'CREATE UNIQUE INDEX [A_id] ON [A] ([id])'],
    'A_id lets one NULL in only',
  ],
  [
    'two ways of cascading',
    [
      table('A', id),
      table('B', `${id}, ${refers('a')}, ${to('a', 'A', 'CASCADE')}`),
      table('C', `${refers('a', 'b')}, ${to('a', 'A', 'CASCADE')}, ${to('b', 'B', 'CASCADE')}`),
    ],
    'C is reached from A by cascading in more than one way',
  ],
  [
    'cascading in a circle',
    [table('A', `${id}, ${refers('a')}, ${to('a', 'A', 'CASCADE')}`)],
    'A is reached from A by cascading in more than one way',
  ],
])('%s is noticed', (_what, statements, fault) => {
  expect(schemaFaults(schemaOf(statements))).toContain(fault)
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { openDatabase } from './database.ts'
import { drift, tablesOf } from './drift.ts'
import { eventsTable, handledTable } from './event-tables.ts'
import { migrate, NewerDatabase, type Owner, rollBack, status } from './migrations.ts'
import { sessionsTable } from './session-table.ts'
import { databaseOf, removeDatabase } from './test-database.ts'

let folder: string
let db: Sequelize
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-migrations-'))
  db = await openDatabase((await databaseOf(folder)).url)
})
afterEach(async () => {
  await db.close()
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
})
const tables = () => tablesOf(db)

/** A service of migrations alone. */
async function owner(files: Record<string, string>): Promise<Owner> {
  const home = join(folder, 'thing/')
  await mkdir(join(home, 'migrations'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, 'migrations', name), text)
  return { name: 'thing', home: pathToFileURL(home), models: () => {} }
}
const creating = (table: string) => `
  export const up = (q) => q.createTable('${table}', { id: { type: 'INTEGER', primaryKey: true } })
  export const down = (q) => q.dropTable('${table}')`

test('up, again, down: the models are what was made, and nothing is left but the ledger', async () => {
  noteService.models(db)
  sessionsTable(db)
  eventsTable(db, 'note')
  handledTable(db, 'note')
  expect(await migrate(db, [noteService])).toEqual(['20261122-1-create-notes'])
  expect(await migrate(db, [noteService])).toEqual([])
  expect(await drift(db)).toEqual([])
  expect(await migrate(db, [noteService], 'seeds')).toEqual(['20261122-1-welcome'])
  expect(await migrate(db, [noteService], 'seeds')).toEqual([])
  expect(await status(db, noteService)).toEqual({
    service: 'note',
    done: ['20261122-1-create-notes'],
    waiting: [],
  })
  expect(await rollBack(db, noteService)).toEqual(['20261122-1-create-notes'])
  expect(await tables()).toEqual(['NoteMigrations', 'NoteSeeds'])
})

test('a model that says something else than its table is found out', async () => {
  noteService.models(db)
  await migrate(db, [noteService])
  await db.query('ALTER TABLE "Notes" ADD extra INTEGER')
  await db.getQueryInterface().removeIndex('Notes', 'Notes_owner')
  expect(await drift(db)).toEqual([
    'Notes.extra is in the table only',
    'index Notes Notes_owner (ownerId, id) is in the model only',
  ])
})

test('a migration that fails leaves nothing behind, of itself or of those before it', async () => {
  const broken = `export const up = async (q) => {
    await q.createTable('Half', { id: { type: 'INTEGER', primaryKey: true } })
    throw new Error('half way')
  }
  export const down = () => {}`
  const thing = await owner({ '20260101-whole.ts': creating('Whole'), '20260102-half.ts': broken })
  await expect(migrate(db, [thing])).rejects.toThrow(/half way/)
  expect(await tables()).toEqual([])
})

test('a database of a newer version is refused and not touched', async () => {
  const thing = await owner({ '20260101-one.ts': creating('One'), '20260102-two.ts': creating('Two') })
  await migrate(db, [thing])
  await rm(join(folder, 'thing/migrations/20260102-two.ts'))
  await writeFile(join(folder, 'thing/migrations/20260101-other.ts'), creating('Other'))
  await expect(migrate(db, [thing])).rejects.toThrow(NewerDatabase)
  await expect(rollBack(db, thing)).rejects.toThrow(NewerDatabase)
  expect(await tables()).toEqual(['One', 'ThingMigrations', 'Two'])
})

test('two that migrate at once make the tables once', async () => {
  const thing = await owner({ '20260101-one.ts': creating('One') })
  const second = await openDatabase((await databaseOf(folder)).url)
  const done = await Promise.all([migrate(db, [thing]), migrate(second, [thing])])
  expect(done.flat()).toEqual(['20260101-one'])
  await second.close()
})

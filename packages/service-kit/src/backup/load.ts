import { Op, QueryTypes, type Sequelize } from 'sequelize'
import type { Clock } from '../clock.ts'
import { dialectOf } from '../database.ts'
import { tablesOf as tablesIn } from '../drift.ts'
import { eventsTable } from '../event-tables.ts'
import { migrate, noteRun, rollBack } from '../migrations.ts'
import type { Service } from '../service.ts'
import { inTransaction } from '../transaction.ts'
import type { EndLine, Header, TableLine } from './header.ts'
import { areAlike, ledgersIn } from './ledgers.ts'
import { linesOf } from './read.ts'
import { isLedger, putRows, type Row } from './table.ts'

export type Loading = {
  file: string
  header: Header
  services: readonly Service[]
  clock: Clock
  /** Whether people are still told what fell due between the backup and now. */
  late: boolean
  progress?(table: string, rows: number): void
}

/** An event that was handed over may not have been dealt with yet; whoever has, deals with no event twice. */
const sentAgainMs = 24 * 60 * 60 * 1000

/** Puts a backup in the place of all there is, in one transaction. Answers how many rows there are of each table. */
export function load(db: Sequelize, loading: Loading): Promise<Record<string, number>> {
  const { services, header } = loading
  return inTransaction(db, async (tx) => {
    const dialect = dialectOf(db)
    await dialect.lockForMigrations(db, tx)
    await clear(db, loading)
    await migrate(db, services, 'migrations', header.ledgers)
    const tables = Object.keys(header.tables)
    await dialect.loosenKeys(db, tables)
    // Migrations may have put something there.
    for (const table of tables) await db.query(`DELETE FROM "${table}"`)
    const rows = await fill(db, loading)
    await prove(db, rows)
    await dialect.tightenKeys(db, tables)
    await migrate(db, services)
    for (const service of services) await noteRun(db, service, 'seeds', header.ledgers)
    await follow(db, loading)
    return rows
  })
}

/** Empties the tables; where those of the backup are others, removes them. */
async function clear(db: Sequelize, { services, header }: Loading): Promise<void> {
  const dialect = dialectOf(db)
  const tables = await tablesIn(db)
  const there = await ledgersIn(db, services)
  await dialect.loosenKeys(
    db,
    tables.filter((table) => !isLedger(table)),
  )
  for (const table of tables.filter((name) => !/Migrations$/.test(name)))
    await db.query(`DELETE FROM "${table}"`)
  if (areAlike(there, header.ledgers, services)) return
  for (const service of services.toReversed()) await rollBack(db, service, true)
}

const mostRows = 500
const mostLetters = 4 * 1024 * 1024

async function fill(db: Sequelize, { file, header, progress }: Loading): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  let table = ''
  let rows: Row[] = []
  let letters = 0
  const flush = async () => {
    if (rows.length > 0) await putRows(db, { name: table, columns: header.tables[table] ?? {} }, rows)
    counted[table] = (counted[table] ?? 0) + rows.length
    progress?.(table, counted[table] ?? 0)
    rows = []
    letters = 0
  }
  for await (const text of linesOf(file)) {
    const line = JSON.parse(text) as Header | TableLine | EndLine | Row
    if (Array.isArray(line)) {
      letters += text.length
      if (rows.push(line) === mostRows || letters > mostLetters) await flush()
    } else if ('table' in line) {
      if (table !== '') await flush()
      table = line.table
    } else if ('end' in line) {
      await flush()
      return same(line.rows, counted)
    }
  }
  throw new Error('the backup has no end')
}

function same(said: Record<string, number>, counted: Record<string, number>): Record<string, number> {
  for (const [table, rows] of Object.entries(said))
    if (counted[table] !== rows)
      throw new Error(`${table} has ${counted[table]} rows, the backup says ${rows}`)
  return said
}

/** What was written is counted where it stands. */
async function prove(db: Sequelize, expected: Record<string, number>): Promise<void> {
  for (const [table, rows] of Object.entries(expected)) {
    const [found] = await db.query<{ many: number }>(`SELECT COUNT(*) AS many FROM "${table}"`, {
      type: QueryTypes.SELECT,
    })
    if (Number(found?.many) !== rows) throw new Error(`${table} has ${found?.many} rows, not ${rows}`)
  }
}

async function follow(db: Sequelize, { services, header, clock, late }: Loading): Promise<void> {
  const since = new Date(Date.parse(header.madeAt) - sentAgainMs)
  const where = { createdAt: { [Op.gte]: since } }
  for (const { name, restored } of services) {
    await eventsTable(db, name).update({ publishedAt: null }, { where })
    await restored?.({ db, dialect: dialectOf(db), clock, late })
  }
}

import type { Sequelize, Transaction } from 'sequelize'
import { QueryTypes } from 'sequelize'
import { dialectOf } from '../database.ts'
import { eventsTable, handledTable } from '../event-tables.ts'
import type { Owner } from '../migrations.ts'
import { bindable, type Columns, kindOf, written } from './kind.ts'

export type Table = { name: string; columns: Columns; key: string[] }
export type Row = unknown[]

/** Who is signed in where is not in a backup: whoever finds one shall not become anybody, and after it all sign in anew. */
const leftOut = 'Sessions'
export const isLedger = (table: string) => /(Migrations|Seeds)$/.test(table)

/** Every table of these services that is in a backup, as their models have it. */
export function tablesOf(db: Sequelize, owners: readonly Owner[]): Table[] {
  for (const { name } of owners) {
    eventsTable(db, name)
    handledTable(db, name)
  }
  return Object.values(db.models)
    .filter(({ tableName }) => !isLedger(tableName) && tableName !== leftOut)
    .map((model) => {
      const columns = Object.values(model.getAttributes()).map(({ field = '', type }) => [
        field,
        kindOf(type),
      ])
      return {
        name: model.tableName,
        columns: Object.fromEntries(columns) as Columns,
        key: [...model.primaryKeyAttributes],
      }
    })
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`)
/** Pictures are large, everything else is small. */
const atOnce = ({ columns }: Pick<Table, 'columns'>) => (Object.values(columns).includes('bytes') ? 16 : 500)

/** All rows of a table, some at a time, in the order in which they were written where that is known. */
export async function* rowsOf(db: Sequelize, table: Table, transaction: Transaction): AsyncGenerator<Row[]> {
  const { name, columns, key } = table
  const { walkBy, first } = dialectOf(db)
  const by = quoted(await walkBy(db, name, key))
  const listed = [...quoted(Object.keys(columns)), ...by.map((column, at) => `${column} AS "place${at}"`)]
  const most = atOnce(table)
  const tail = `ORDER BY ${by.join(', ')} ${first('$most')}`
  for (let after: Record<string, unknown> = {}, where = ''; ; where = `WHERE ${beyond(by)}`) {
    const sql = `SELECT ${listed.join(', ')} FROM "${name}" ${where} ${tail}`
    const found = await db.query<Record<string, unknown>>(sql, {
      bind: { ...after, most },
      type: QueryTypes.SELECT,
      transaction,
    })
    const last = found.at(-1)
    if (!last) return
    yield found.map((row) => Object.entries(columns).map(([column, kind]) => written(kind, row[column])))
    if (found.length < most) return
    after = Object.fromEntries(by.map((_, at) => [`after${at}`, last[`place${at}`]]))
  }
}

/** `(a > $after0 OR (a = $after0 AND (b > $after1)))` */
const beyond = ([column = '', ...rest]: readonly string[], at = 0): string =>
  rest.length === 0
    ? `(${column} > $after${at})`
    : `(${column} > $after${at} OR (${column} = $after${at} AND ${beyond(rest, at + 1)}))`

/** Writes rows in their order. */
export async function putRows(
  db: Sequelize,
  { name, columns }: Omit<Table, 'key'>,
  rows: Row[],
): Promise<void> {
  const names = quoted(Object.keys(columns))
  const into = `INSERT INTO "${name}" (${names.join(', ')})`
  const text = JSON.stringify(rows.map((row, at) => [...row, at]))
  // What JSON cannot carry into SQL goes value by value: bytes, and the letter with the number 0.
  if (Object.values(columns).includes('bytes') || text.includes('\\u0000'))
    return oneByOne(db, into, columns, rows)
  const from = dialectOf(db).rowsIn('$rows', columns)
  await db.query(`${into} SELECT ${names.join(', ')} FROM ${from} ORDER BY "rowOfBatch"`, {
    bind: { rows: text },
    type: QueryTypes.RAW,
  })
}

async function oneByOne(db: Sequelize, into: string, columns: Columns, rows: Row[]): Promise<void> {
  const kinds = Object.values(columns)
  const sql = `${into} VALUES (${kinds.map((_, at) => `$v${at}`).join(', ')})`
  for (const row of rows) {
    const bind = Object.fromEntries(kinds.map((kind, at) => [`v${at}`, bindable(kind, row[at])]))
    await db.query(sql, { bind, type: QueryTypes.RAW })
  }
}

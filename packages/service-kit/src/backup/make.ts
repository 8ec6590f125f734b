import { readFileSync } from 'node:fs'
import type { Sequelize, Transaction } from 'sequelize'
import { dialectOf } from '../database.ts'
import type { Owner } from '../migrations.ts'
import { BadSetting } from '../setting.ts'
import { type EndLine, format, type Header, type TableLine, version } from './header.ts'
import { lacking, ledgersIn, refuseNewer } from './ledgers.ts'
import { rowsOf, type Table, tablesOf } from './table.ts'
import { writeBackup } from './write.ts'

const { version: program } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

export type Making = {
  file: string
  /** Writes over a file of that name. */
  force: boolean
  now: Date
  pushKeys: string | null
  /** Told now and then how far it is. */
  progress?(table: string, rows: number): void
}

/**
 * Writes all that these services keep into one file, as it is at one moment, while they go on writing. Answers how many rows
 * there are of each table.
 * @throws BadSetting, NewerDatabase
 */
export async function makeBackup(db: Sequelize, owners: readonly Owner[], making: Making) {
  const tables = tablesOf(db, owners)
  const rows: Record<string, number> = {}
  await db.transaction(dialectOf(db).snapshot, (tx) =>
    writeBackup(making.file, lines(db, owners, { making, tables, rows, tx }), making.force),
  )
  return rows
}

type Ground = { making: Making; tables: Table[]; rows: Record<string, number>; tx: Transaction }

/** Runs within a stream, which knows nothing of the transaction it is in: it is handed on. */
async function* lines(db: Sequelize, owners: readonly Owner[], { making, tables, rows, tx }: Ground) {
  yield line(await headOf(db, owners, { making, tables, tx }))
  for (const table of tables) {
    rows[table.name] = 0
    yield line({ table: table.name } satisfies TableLine)
    for await (const some of rowsOf(db, table, tx)) {
      rows[table.name] = (rows[table.name] ?? 0) + some.length
      making.progress?.(table.name, rows[table.name] ?? 0)
      yield some.map(line).join('')
    }
  }
  yield line({ end: true, rows } satisfies EndLine)
}

const line = (what: unknown) => `${JSON.stringify(what)}\n`

async function headOf(db: Sequelize, owners: readonly Owner[], { making, tables, tx }: Omit<Ground, 'rows'>) {
  const { now, pushKeys } = making
  const ledgers = await ledgersIn(db, owners, tx)
  await refuseNewer(ledgers, owners)
  if ((await lacking(ledgers, owners)).length > 0)
    throw new BadSetting('The database is older than this version: run "npm run db -- migrate" first.')
  const columns = Object.fromEntries(tables.map((table) => [table.name, table.columns]))
  const of = { madeAt: now.toISOString(), ledgers, tables: columns, pushKeys }
  return { format, version, program, ...of } satisfies Header
}

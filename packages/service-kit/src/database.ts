import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Sequelize } from 'sequelize'
import { type DatabaseSettings, readConfig } from './config.ts'
import { transactionOf } from './current-transaction.ts'
import type { Dialect } from './dialects/dialect.ts'
import { mssql } from './dialects/mssql.ts'
import { sqlite } from './dialects/sqlite.ts'
import { byScheme } from './driver.ts'

export type { Dialect }

const dialects: Record<string, Dialect> = { sqlite, mssql }

/** The engine of a DATABASE_URL. */
export const dialectFor = (url: string): Dialect => byScheme('DATABASE_URL', url, dialects)

/** The engine an open connection talks to. */
export function dialectOf(db: Sequelize): Dialect {
  const dialect = dialects[db.getDialect()]
  if (!dialect) throw new Error(`No dialect ${db.getDialect()}`)
  return dialect
}

/** Opens the database of a URL and sees that it answers. Close it with `db.close()`. */
export async function openDatabase(
  url: string,
  settings: DatabaseSettings = readConfig({}),
): Promise<Sequelize> {
  const dialect = dialectFor(url)
  if (dialect.name === 'sqlite') await makePrivate(dialect.place(url))
  const db = await dialect.open(url, settings)
  readAgain(db, dialect)
  try {
    await db.query('SELECT 1 AS one')
  } catch (error) {
    await db.close().catch(() => {})
    throw error
  }
  return db
}

const patienceMs = 3_000
/** Whoever asked gives up in the end: a server that takes longer to say that it is away is not asked again. */
export const isPatient = (since: number) => performance.now() - since < patienceMs

const mostReads = 3
/** What Sequelize wrote itself comes with the values that it bound. */
const textOf = (sql: unknown) => (typeof sql === 'string' ? sql : String((sql as { query?: string }).query))
const isRead = (sql: unknown) => /^\s*SELECT\b/i.test(textOf(sql))

/**
 * A read outside of a transaction that met a broken connection is done again on another one. Within a transaction all
 * of it is (`inTransaction`); a write may have happened, so it is never sent twice.
 */
function readAgain(db: Sequelize, dialect: Dialect): void {
  const query = db.query.bind(db) as (sql: unknown, options?: unknown) => Promise<unknown>
  const reading = async (sql: unknown, options?: unknown) => {
    const since = performance.now()
    for (let reads = 1; ; reads += 1) {
      try {
        return await query(sql, options)
      } catch (error) {
        const again = isRead(sql) && dialect.isLost(error) && !transactionOf(db) && isPatient(since)
        if (reads === mostReads || !again) throw error
      }
    }
  }
  db.query = reading as typeof db.query
}

/** Tasks are nobody else's business on this machine either. A folder or file that is there keeps what its owner chose. */
async function makePrivate(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const made = await open(file, 'wx', 0o600).catch(() => undefined)
  await made?.close()
}

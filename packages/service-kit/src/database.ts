import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Sequelize, type Transaction } from 'sequelize'
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
export async function openDatabase(url: string): Promise<Sequelize> {
  const dialect = dialectFor(url)
  if (dialect.name === 'sqlite') await makePrivate(dialect.place(url))
  const db = await dialect.open(url)
  try {
    await db.query('SELECT 1 AS one')
  } catch (error) {
    await db.close().catch(() => {})
    throw error
  }
  return db
}

/** Tasks are nobody else's business on this machine either. A folder or file that is there keeps what its owner chose. */
async function makePrivate(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const made = await open(file, 'wx', 0o600).catch(() => undefined)
  await made?.close()
}

const running = new AsyncLocalStorage<Map<string, unknown>>()

/**
 * Within a transaction every statement belongs to it even where `transaction` is not passed: one that strays outside
 * would read old rows, or wait on SQLite for the very transaction it was called from.
 */
Sequelize.useCLS({
  bind: (work: unknown) => work,
  run: (work: (context: unknown) => unknown) => {
    const context = new Map()
    return running.run(context, () => work(context))
  },
  get: (key: string) => running.getStore()?.get(key),
  set: (key: string, value: unknown) => running.getStore()?.set(key, value),
} as unknown as Parameters<typeof Sequelize.useCLS>[0])

/** The transaction the caller is in, if any. */
export function transactionOf(db: Sequelize): Transaction | undefined {
  const open = running.getStore()?.get('transaction') as (Transaction & { sequelize: Sequelize }) | undefined
  return open?.sequelize === db ? open : undefined
}

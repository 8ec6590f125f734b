import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Sequelize } from 'sequelize'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { createDatabase, dropDatabase } from './dialects/mssql-database.ts'
import { BadSetting } from './setting.ts'

/** A database of a test's own. Removing it ends whoever still uses it. */
export type TestDatabase = { url: string; remove(): Promise<void> }

/**
 * Makes an empty database on the engine under test: a file in `folder`, or where TEST_DATABASE_URL names a SQL Server a
 * database there, made through the one that the address names.
 */
export async function makeDatabase(
  folder: string,
  server = process.env.TEST_DATABASE_URL,
): Promise<TestDatabase> {
  if (!server) return { url: `sqlite:${join(folder, 'doable.db')}`, remove: async () => {} }
  if (!server.startsWith('mssql:'))
    throw new BadSetting('TEST_DATABASE_URL names a SQL Server; unset, the tests run on SQLite files.')
  const name = `doable_test_${process.pid}_${randomUUID().slice(0, 8)}`
  const way = await wayTo(server)
  await on(way, (db) => createDatabase(db, name))
  const url = new URL(way)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => on(way, (db) => dropDatabase(db, name)) }
}

/** Making a database takes a busy server its time. */
const patient = readConfig({ DATABASE_TIMEOUT: '120', DATABASE_CONNECT_TIMEOUT: '30', DATABASE_POOL: '1' })

async function on<T>(url: string, work: (db: Sequelize) => Promise<T>): Promise<T> {
  const db = await openDatabase(url, patient)
  return work(db).finally(() => db.close())
}

/** A server for trying out has a certificate that it made itself, or none: what the address does not say is found out. */
const ways = ['', '?trustServerCertificate=true', '?encrypt=false']
const found = new Map<string, string>()

async function wayTo(server: string): Promise<string> {
  const known = found.get(server)
  if (known) return known
  const tried = server.includes('?') ? [server] : ways.map((way) => server + way)
  for (const [index, url] of tried.entries()) {
    const refused = await on(url, async () => undefined).catch((error: Error) => error)
    if (refused && index < tried.length - 1 && aboutTls(refused)) continue
    if (refused) throw refused
    found.set(server, url)
    return url
  }
  return server
}

const aboutTls = (error: Error) =>
  /certificate|encrypt|TLS|SSL|self.signed|altnames/i.test(
    `${error.message} ${(error as { code?: string }).code}`,
  )

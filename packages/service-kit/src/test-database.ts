import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { AccessDeniedError, type Sequelize } from 'sequelize'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { createDatabase, databasesLike, dropDatabase } from './dialects/mssql-database.ts'
import { BadSetting } from './setting.ts'

/** A database of a test's own. Removing it ends whoever still uses it. */
export type TestDatabase = { url: string; remove(): Promise<void> }

const made = new Map<string, Promise<TestDatabase>>()

/**
 * The database that belongs to a folder, made empty when it is first asked for: a file in the folder, or where
 * TEST_DATABASE_URL names a SQL Server a database there, made through the one that the address names. What a test does
 * not remove goes when all tests are over (`tests/setup/databases.ts`).
 */
export function databaseOf(folder: string, server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  const known = made.get(folder) ?? make(folder, server)
  made.set(folder, known)
  return known
}

/** Removes the database of a folder, if one was asked for. */
export async function removeDatabase(folder: string): Promise<void> {
  await (await made.get(folder))?.remove()
}

async function make(folder: string, server: string | undefined): Promise<TestDatabase> {
  const forget = async () => void made.delete(folder)
  if (!server) return { url: `sqlite:${join(folder, 'doable.db')}`, remove: forget }
  const way = await wayTo(server)
  const name = `${prefixOf(process.env)}${randomUUID().slice(0, 8)}`
  await on(way, (db) => createDatabase(db, name))
  const url = new URL(way)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => on(way, (db) => dropDatabase(db, name)).finally(forget) }
}

/** All databases of one run of the tests begin so. */
const prefixOf = ({ TEST_DATABASE_RUN = String(process.pid) }: NodeJS.ProcessEnv) =>
  `doable_test_${TEST_DATABASE_RUN}_`

/** Drops what this run of the tests has left behind, as a test does that was killed. */
export async function removeDatabases(server = process.env.TEST_DATABASE_URL): Promise<void> {
  if (!server) return
  await on(await wayTo(server), async (db) => {
    for (const name of await databasesLike(db, prefixOf(process.env))) await dropDatabase(db, name)
  })
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
  if (!server.startsWith('mssql:'))
    throw new BadSetting('TEST_DATABASE_URL names a SQL Server; unset, the tests run on SQLite files.')
  const tried = server.includes('?') ? [server] : ways.map((way) => server + way)
  let refusal: unknown
  for (const url of found.has(server) ? [found.get(server) as string] : tried) {
    const refused = await on(url, async () => undefined).catch((error: unknown) => error)
    if (!refused) found.set(server, url)
    if (!refused) return url
    refusal ??= refused
    if (refused instanceof AccessDeniedError) break
  }
  throw refusal
}

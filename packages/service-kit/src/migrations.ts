import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type QueryInterface, QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import { SequelizeStorage, Umzug } from 'umzug'
import { type Dialect, dialectOf } from './database.ts'
import type { Logger } from './log.ts'
import { inTransaction } from './transaction.ts'

/** A file of migrations/ or seeds/. It runs inside a transaction: all of it happens or none. */
export type Migration = {
  up(q: QueryInterface, dialect: Dialect): Promise<unknown>
  down(q: QueryInterface, dialect: Dialect): Promise<unknown>
}
/** What of a service is needed to migrate its tables. */
export type Owner = { name: string; home: URL; models(db: Sequelize): void }
export type Kind = 'migrations' | 'seeds'

/** Raised where a database holds what only a newer program knows; nothing has been touched. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

/** The table that says what of a service was run. */
export const ledgerOf = ({ name }: Owner, kind: Kind) =>
  name.charAt(0).toUpperCase() + name.slice(1) + (kind === 'migrations' ? 'Migrations' : 'Seeds')

function umzugOf(db: Sequelize, owner: Owner, kind: Kind) {
  const folder = new URL(`${kind}/`, owner.home)
  const name = ledgerOf(owner, kind)
  const known = db.isDefined(name) ? { model: db.model(name) } : { modelName: name, tableName: name }
  const storage = new SequelizeStorage({ sequelize: db, ...known })
  const files = async () => (await filesOf(folder)).map((file) => steps(db, folder, file))
  const umzug = new Umzug({ migrations: files, storage, logger: undefined })
  return { umzug, storage, files }
}

/** The files of steps in a folder, in their order. */
export async function filesOf(folder: URL): Promise<string[]> {
  if (!existsSync(folder)) return []
  return (await readdir(folder)).filter((file) => /^\d.*(?<!\.test)\.ts$/.test(file)).sort()
}

function steps(db: Sequelize, folder: URL, file: string) {
  const load = async (): Promise<Migration> => import(new URL(file, folder).href)
  const q = db.getQueryInterface()
  return {
    name: file.replace(/\.ts$/, ''),
    up: async () => (await load()).up(q, dialectOf(db)),
    down: async () => (await load()).down(q, dialectOf(db)),
  }
}

async function refuseNewer({ storage, files }: ReturnType<typeof umzugOf>): Promise<void> {
  const known = new Set((await files()).map(({ name }) => name))
  const strange = (await storage.executed()).filter((name) => !known.has(name))
  if (strange.length) throw new NewerDatabase(strange.join(', '))
}

/**
 * Runs what a service's ledger does not name yet; given ledgers, only what these name. Answers the names.
 * @throws NewerDatabase
 */
export async function migrate(
  db: Sequelize,
  owners: readonly Owner[],
  kind: Kind = 'migrations',
  only?: Record<string, string[]>,
): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    await dialectOf(db).lockForMigrations(db, tx)
    const all = owners.map((owner) => ({ owner, ...umzugOf(db, owner, kind) }))
    for (const one of all) await refuseNewer(one)
    const done: string[] = []
    for (const { owner, umzug } of all) {
      const waiting = (await umzug.pending()).map(({ name }) => name)
      const wanted = only && new Set(only[ledgerOf(owner, kind)])
      const migrations = waiting.filter((name) => wanted?.has(name) ?? true)
      done.push(...(await umzug.up({ migrations })).map(({ name }) => name))
    }
    return done
  })
}

/** Notes that steps were run, without running them. */
export async function noteRun(db: Sequelize, owner: Owner, kind: Kind, ledgers: Record<string, string[]>) {
  const { storage } = umzugOf(db, owner, kind)
  for (const name of ledgers[ledgerOf(owner, kind)] ?? []) await storage.logMigration({ name })
}

/** Takes the last step of a service back, or all of them. Answers the names. @throws NewerDatabase */
export async function rollBack(db: Sequelize, owner: Owner, all = false, kind: Kind = 'migrations') {
  return inTransaction(db, async (tx) => {
    await dialectOf(db).lockForMigrations(db, tx)
    const one = umzugOf(db, owner, kind)
    await refuseNewer(one)
    const undone = await (all ? one.umzug.down({ to: 0 }) : one.umzug.down())
    return undone.map(({ name }) => name)
  })
}

/**
 * Waits until somebody else has run every migration of these services, and changes nothing itself: a process of the
 * fleet signs in as one that may make no tables. A database that goes away meanwhile is waited for as well.
 * @param lookMs how long to wait before looking again
 * @throws NewerDatabase
 */
export async function awaitMigrations(db: Sequelize, owners: Owner[], log: Logger, lookMs = 500) {
  for (let said = false; ; said = true) {
    const lacking = await lackingFrom(db, owners)
    if (lacking.length === 0) return
    const waits = { lacking: lacking.slice(0, 10) }
    if (!said) log.warn(waits, 'waiting for the migrations; "npm run db -- migrate" runs them')
    await wait(lookMs)
  }
}

/** The migrations that are not in the ledgers; what cannot be read now counts as such. */
async function lackingFrom(db: Sequelize, owners: Owner[]): Promise<string[]> {
  try {
    for (const owner of owners) await refuseStrange(db, owner)
    return await lackingOf(db, owners)
  } catch (error) {
    if (['away', 'busy'].includes(dialectOf(db).trouble(error) ?? '')) return ['the database']
    throw error
  }
}

/** The migrations that are not in the ledgers. What only a newer program knows does not matter to one that runs already. */
export async function lackingOf(db: Sequelize, owners: Owner[]): Promise<string[]> {
  const all = owners.map(async (owner) => {
    const { known, rows } = await ledger(db, owner)
    return known.filter((name) => !rows.includes(name))
  })
  return (await Promise.all(all)).flat()
}

async function refuseStrange(db: Sequelize, owner: Owner): Promise<void> {
  const { known, rows } = await ledger(db, owner)
  const strange = rows.filter((name) => !known.includes(name))
  if (strange.length) throw new NewerDatabase(strange.join(', '))
}

/** Reads the ledger as it is; Umzug would make it where it is not there. */
async function ledger(db: Sequelize, owner: Owner): Promise<{ known: string[]; rows: string[] }> {
  const table = ledgerOf(owner, 'migrations')
  const files = await filesOf(new URL('migrations/', owner.home))
  const known = files.map((file) => file.replace(/\.ts$/, ''))
  const there = await db.getQueryInterface().tableExists(table)
  return { known, rows: there ? await namesIn(db, table) : [] }
}

/** What a ledger names. */
export async function namesIn(db: Sequelize, ledger: string, transaction?: Transaction): Promise<string[]> {
  const sql = `SELECT name FROM "${ledger}"`
  const rows = await db.query<{ name: string }>(sql, { type: QueryTypes.SELECT, transaction })
  return rows.map(({ name }) => name)
}

export type Status = { service: string; done: string[]; waiting: string[] }

/** What has been run and what has not. */
export async function status(db: Sequelize, owner: Owner, kind: Kind = 'migrations'): Promise<Status> {
  return inTransaction(db, async () => {
    const { umzug } = umzugOf(db, owner, kind)
    const names = (steps: { name: string }[]) => steps.map(({ name }) => name)
    return { service: owner.name, done: names(await umzug.executed()), waiting: names(await umzug.pending()) }
  })
}

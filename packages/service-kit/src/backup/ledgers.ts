import type { Sequelize, Transaction } from 'sequelize'
import { filesOf, type Kind, ledgerOf, NewerDatabase, namesIn, type Owner } from '../migrations.ts'

/** What has been run, by the table that says so: `{ TaskMigrations: ['20261122-1-create-lists', ...] }`. */
export type Ledgers = Record<string, string[]>

const kinds: Kind[] = ['migrations', 'seeds']
const all = (owners: readonly Owner[]) =>
  owners.flatMap((owner) => kinds.map((kind) => ({ owner, kind, ledger: ledgerOf(owner, kind) })))

/** What has been run in a database. */
export async function ledgersIn(db: Sequelize, owners: readonly Owner[], transaction?: Transaction) {
  const found: Ledgers = {}
  for (const { ledger } of all(owners)) {
    const there = await db.getQueryInterface().tableExists(ledger, transaction && { transaction })
    if (there) found[ledger] = (await namesIn(db, ledger, transaction)).sort()
  }
  return found
}

/** Whether the tables of two databases are the same. */
export const areAlike = (one: Ledgers, other: Ledgers, owners: readonly Owner[]): boolean =>
  owners.every((owner) => {
    const ledger = ledgerOf(owner, 'migrations')
    return String(one[ledger] ?? []) === String(other[ledger] ?? [])
  })

/** Which migrations and seeds this program has that were not run. */
export async function lacking(ledgers: Ledgers, owners: readonly Owner[]): Promise<string[]> {
  const migrations = all(owners).filter(({ kind }) => kind === 'migrations')
  const names = await Promise.all(
    migrations.map(async ({ owner, kind, ledger }) => {
      const run = new Set(ledgers[ledger])
      return (await stepsOf(owner, kind)).filter((name) => !run.has(name))
    }),
  )
  return names.flat()
}

/** Refuses what only a newer program knows. @throws NewerDatabase */
export async function refuseNewer(ledgers: Ledgers, owners: readonly Owner[]): Promise<void> {
  const known = new Map(all(owners).map((each) => [each.ledger, each]))
  for (const [ledger, names] of Object.entries(ledgers)) {
    const ours = known.get(ledger)
    const steps = new Set(ours ? await stepsOf(ours.owner, ours.kind) : [])
    const strange = names.filter((name) => !steps.has(name))
    if (strange.length > 0) throw new NewerDatabase(strange.join(', '))
  }
}

const stepsOf = async ({ home }: Owner, kind: Kind) =>
  (await filesOf(new URL(`${kind}/`, home))).map((file) => file.replace(/\.ts$/, ''))

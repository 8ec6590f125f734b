import { QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import { transactionOf } from '../current-transaction.ts'
import type { SqliteModule } from './sqlite-adapter.ts'
import type { Row } from './sqlite-handle.ts'

type Options = { type?: string; bind?: unknown; transaction?: Transaction | null; logging?: unknown }
type Reads = { connection: InstanceType<SqliteModule['Database']>; id: string; finished?: string }

/**
 * A statement that answers plain rows goes straight to the adapter. On Sequelize's way there it is parsed, its options are
 * copied and its rows as well, which takes several times as long as SQLite needs for a row.
 */
export function readStraight(db: Sequelize, { Database }: SqliteModule, file: string): void {
  const query = db.query.bind(db) as (sql: unknown, options?: Options) => Promise<unknown>
  const straight = (sql: string, { bind, transaction }: Options) => {
    const within = (transaction === undefined ? transactionOf(db) : transaction) as Reads | null | undefined
    if (within?.finished) throw new Error(`The transaction has ended (${within.finished}).`)
    const { logging } = (db as unknown as Logged).options
    if (logging) logging(`Executing (${within?.id ?? 'default'}): ${sql}`)
    const connection = within?.connection ?? new Database(file)
    return new Promise<Row[]>((resolve, reject) => {
      connection.all(sql, bind, (error, rows) => {
        if (!within) connection.close()
        if (error) reject(error)
        else resolve(rows)
      })
    })
  }
  const either = (sql: unknown, options: Options = {}) =>
    typeof sql === 'string' && isPlain(options) ? straight(sql.trim(), options) : query(sql, options)
  db.query = either as typeof db.query
}

type Logged = { options: { logging?: ((text: string) => void) | false } }

const known = new Set(['type', 'bind', 'transaction'])
/** Values by their names, and nothing that Sequelize would make of the rows. */
const isPlain = (options: Options) =>
  options.type === QueryTypes.SELECT &&
  !Array.isArray(options.bind) &&
  Object.keys(options).every((name) => known.has(name))

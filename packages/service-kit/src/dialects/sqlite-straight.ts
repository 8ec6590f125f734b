import { QueryTypes, type Sequelize, type Transaction } from 'sequelize'
import { transactionOf } from '../current-transaction.ts'
import type { SqliteModule } from './sqlite-adapter.ts'
import type { Row } from './sqlite-handle.ts'

type Options = {
  type?: string
  bind?: unknown
  transaction?: Transaction | null
  completesTransaction?: boolean
}
type Connection = InstanceType<SqliteModule['Database']>
type Open = { connection: Connection; id: string; finished?: string }
/** What there is of Sequelize, which its types leave out. */
type Inner = {
  options: { logging?: ((text: string) => void) | false }
  dialect: { Query: new (...given: [Connection, Sequelize, object]) => { formatError(error: Error): Error } }
}
type Done = { changes: number }

/**
 * A statement with named values whose rows are wanted as they are, or none, goes straight to the adapter, and so do the
 * beginning and the end of a transaction. On Sequelize's way there it is parsed, its options and its rows are copied and the
 * stack is written down, which takes several times as long as SQLite needs for a row.
 */
export function goStraight(db: Sequelize, { Database }: SqliteModule, file: string): void {
  const query = db.query.bind(db) as (sql: unknown, options?: Options) => Promise<unknown>
  const { options, dialect } = db as unknown as Inner
  const straight = (
    method: 'all' | 'run',
    sql: string,
    { bind, transaction, completesTransaction }: Options,
  ) => {
    const within = (transaction === undefined ? transactionOf(db) : transaction) as Open | null | undefined
    if (within?.finished && !completesTransaction)
      throw new Error(`The transaction has ended (${within.finished}).`)
    if (options.logging) options.logging(`Executing (${within?.id ?? 'default'}): ${sql}`)
    const connection = within?.connection ?? new Database(file)
    return new Promise<Row[] | [undefined, number]>((resolve, reject) => {
      connection[method](sql, bind, function (this: Done, error, rows) {
        if (!within) connection.close()
        if (error) reject(new dialect.Query(connection, db, { logging: false }).formatError(error))
        else resolve(method === 'all' ? rows : [undefined, this.changes])
      })
    })
  }
  const either = (sql: unknown, given: Options = {}) => {
    const method = typeof sql === 'string' ? methodOf(sql, given) : undefined
    return method ? straight(method, (sql as string).trim(), given) : query(sql, given)
  }
  db.query = either as typeof db.query
}

const ofTransactions = /^(BEGIN|COMMIT|ROLLBACK)\b(?!.*\bTO\b)/
const methods: Record<string, 'all' | 'run' | undefined> = {
  [QueryTypes.SELECT]: 'all',
  [QueryTypes.INSERT]: 'run',
  [QueryTypes.UPDATE]: 'run',
}
const known = new Set(['type', 'bind', 'transaction'])

/** How the adapter is asked; undefined where Sequelize is to do something with the values or the rows. */
function methodOf(sql: string, options: Options): 'all' | 'run' | undefined {
  if (ofTransactions.test(sql)) return 'run'
  const isPlain = !Array.isArray(options.bind) && Object.keys(options).every((name) => known.has(name))
  return isPlain ? methods[options.type ?? ''] : undefined
}

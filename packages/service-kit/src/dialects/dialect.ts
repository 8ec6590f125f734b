import type { QueryInterface, Sequelize, Transaction, TransactionOptions } from 'sequelize'
import type { Columns } from '../backup/kind.ts'
import type { DatabaseSettings } from '../config.ts'

/** Everything the two engines say differently. Nothing outside this folder knows which one it is on. */
export type Dialect = {
  name: 'sqlite' | 'mssql'
  /** Opens no connection yet. */
  open(url: string, settings: DatabaseSettings): Promise<Sequelize>
  /** Where the data is, for people: a file or a server. Never a password. */
  place(url: string): string
  /** What is unsafe about the way to the data, in one sentence for people. */
  caution(url: string): string | undefined
  /**
   * What tells this database from a copy of it: another where it was restored from a backup. Undefined where the engine
   * does not say.
   */
  originOf(db: Sequelize): Promise<string | undefined>
  /** How much room the database takes, in bytes. Rejects where this login may not see it. */
  sizeOf(db: Sequelize): Promise<number>
  /** Held until the transaction that migrates ends, so that two processes do not migrate at once. */
  lockForMigrations(db: Sequelize, tx: Transaction): Promise<void>
  /** For migrations: Sequelize would rebuild the table in SQLite, losing indexes and cascading into children. */
  dropColumn(q: QueryInterface, table: string, column: string): Promise<void>
  /** For migrations: from now on it is known in which order the rows of a table were written. */
  numberRows(q: QueryInterface, table: string): Promise<void>
  /** Goes into ORDER BY: the order in which the rows of such a table were written, whatever the clocks of the writers said. */
  written: string
  /**
   * Adds `by` (1) to a number and answers what it became, in one statement so that no count is lost.
   * Undefined where no row has this id.
   */
  increment(
    db: Sequelize,
    table: string,
    column: string,
    id: string,
    options?: { by?: number; transaction?: Transaction },
  ): Promise<number | undefined>
  /** Adds rows, all with the same columns, as they are and in their order, with one statement. */
  insert(db: Sequelize, table: string, rows: object[], options: Inserted): Promise<void>
  /** Takes up to `most` due jobs of a queue under a lease; two workers never take the same. */
  claim(db: Sequelize, table: string, wanted: Claim): Promise<ClaimedRow[]>
  /**
   * What `read` answers, or what it answered before under this key where it is certain that nobody has committed anything since,
   * in whichever process. Within a transaction it is always read.
   */
  remembered<T>(db: Sequelize, key: string, read: () => Promise<T>): Promise<T>
  /** Goes after ORDER BY: at most this many rows. How many is bound where it is not the same in every call: `first('$rows')`. */
  first(rows: number | `$${string}`): string
  /** A text joined from those of a group, in order: `joined('name', ', ', 'position')`. The separator is a literal. */
  joined(expression: string, separator: string, orderBy: string): string
  /** A condition: the column holds every bound text in any case, with or without accents: `contains('title', '$text')`. */
  contains(column: string, ...bound: string[]): string
  /** How much room a text takes, about, without reading it. */
  bytes(column: string): string
  /** A text of the program's own that an index is filtered by: bound, the engine would not know that the index serves. */
  constant(text: string): string
  /** Ids bound as one JSON text: `WHERE id IN ${idsIn('$ids')}` with `{ ids: JSON.stringify(ids) }`. */
  idsIn(bound: string): string
  /** A transaction that reads everything as it was at one moment, while others go on writing. */
  snapshot: TransactionOptions
  /** The columns that all rows of a table are walked through by: in the order in which they were written where that is known. */
  walkBy(db: Sequelize, table: string, key: string[]): Promise<string[]>
  /**
   * Rows bound as one JSON text, each an array that ends in its number, as a table of these columns and `rowOfBatch`, that number.
   */
  rowsIn(bound: string, columns: Columns): string
  /** From now on in this transaction rows may refer to rows that are not there yet. */
  loosenKeys(db: Sequelize, tables: readonly string[]): Promise<void>
  /** Ends that. @throws where a row refers to nothing */
  tightenKeys(db: Sequelize, tables: readonly string[]): Promise<void>
  /**
   * Has `fill` make other content for a database; all of it is there afterwards, or what was. Answers where the former
   * content is kept, if it is. `stopped`: whoever asks says that nothing runs on it, where that cannot be told.
   * @throws BadSetting where something runs on it
   */
  replace(
    url: string,
    settings: DatabaseSettings,
    stopped: boolean,
    fill: (db: Sequelize) => Promise<void>,
  ): Promise<string | undefined>
  /** The engine undid the transaction for the sake of another; doing the same again is safe. */
  isConflict(error: unknown): boolean
  /** The connection broke under the statement, or none could be made. Whether the statement was run is not known. */
  isLost(error: unknown): boolean
  /** What an error means to people where it is no fault of the program. */
  trouble(error: unknown): 'full' | 'read-only' | 'busy' | 'away' | 'moved' | undefined
}

export type Inserted = { transaction: Transaction; columns: object }

/** `of`: only what is this owner's. `but`: only what is not of these owners, as far as `scan` due jobs. */
export type Claim = {
  queue: string
  most: number
  now: Date
  lease: string
  leaseUntil: Date
  of?: string
  but?: { owners: readonly string[]; scan: number }
}
export type ClaimedRow = {
  id: string
  owner: string | null
  attempts: number
  dedupeKey: string | null
  payload: string
  runAt: unknown
  traceparent: string | null
}

/** What a statement that claims is given. */
export const boundClaim = ({ but, ...plain }: Claim): Record<string, unknown> =>
  but ? { ...plain, scan: but.scan, owners: JSON.stringify(but.owners) } : plain

type DriverError = { code?: string; number?: number; original?: DriverError; parent?: DriverError }
const driverError = (error: unknown): DriverError => {
  const wrapped = error as DriverError | null
  return wrapped?.original ?? wrapped?.parent ?? wrapped ?? {}
}
export const codeOf = (error: unknown): string | undefined => driverError(error).code
export const numberOf = (error: unknown): number | undefined => driverError(error).number

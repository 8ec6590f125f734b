import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { fold } from '@doable/domain/fold'

export type Row = Record<string, unknown>
export type Answer = { rows: Row[]; lastID: number; changes: number }
type Bound = SQLInputValue[] | Record<string, SQLInputValue>

/** The part of SQLite's result codes that callers tell apart (sqlite.org/rescode.html); the rest goes by its low byte. */
const names: Record<number, string> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1299: 'SQLITE_CONSTRAINT_NOTNULL',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
}

/** Gives an error of node:sqlite the `code` that Sequelize knows from the sqlite3 package. */
export function named(error: unknown): Error {
  const known = error as Error & { errcode?: number; code?: string }
  if (known.errcode) known.code = names[known.errcode] ?? names[known.errcode & 255] ?? 'SQLITE_ERROR'
  return known
}

/** An instant as Sequelize writes it, so that bound and stored instants compare as text. */
export const storedInstant = (at: Date) => at.toISOString().replace('T', ' ').replace('Z', ' +00:00')

function bindable(value: unknown): SQLInputValue {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return storedInstant(value)
  return value as SQLInputValue
}

function bound(parameters: unknown): Bound {
  if (Array.isArray(parameters)) return parameters.map(bindable)
  const named: Record<string, SQLInputValue> = {}
  for (const key in parameters as Row) named[key] = bindable((parameters as Row)[key])
  return named
}

/** Whether a text holds each of the words. It can be long, so it is folded once for all of them. */
function holds(text: SQLOutputValue, ...words: SQLOutputValue[]): number {
  if (text === null) return 0
  const folded = fold(String(text))
  return words.every((word) => folded.includes(fold(String(word)))) ? 1 : 0
}

const spread = (parameters: Bound): SQLInputValue[] =>
  Array.isArray(parameters) ? parameters : [parameters as unknown as SQLInputValue]

/** A whole number beyond 2^53 is handed back as text, as the SQL Server driver does. */
function readWide(statement: StatementSync, parameters: Bound): Row[] {
  statement.setReadBigInts(true)
  try {
    const rows = statement.all(...spread(parameters)) as Row[]
    for (const row of rows)
      for (const key in row) {
        const value = row[key]
        if (typeof value === 'bigint')
          row[key] = Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`
      }
    return rows
  } finally {
    statement.setReadBigInts(false)
  }
}

/** One open connection with its prepared statements. */
export class Handle {
  inTransaction = false
  holdsWriter = false
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string, pragmas: string[]) {
    this.#db = new DatabaseSync(file, { timeout: 0 })
    try {
      this.#db.function('holds', { deterministic: true, varargs: true }, holds)
      for (const pragma of pragmas) this.#db.exec(`PRAGMA ${pragma}`)
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  exec(sql: string): void {
    this.#db.exec(sql)
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  forgetStatements(): void {
    this.#statements.clear()
  }

  /** @throws the driver's error with its `code` named */
  execute(method: 'run' | 'all', sql: string, parameters: unknown): Answer {
    try {
      const statement = this.#prepare(sql)
      const values = bound(parameters ?? [])
      if (method === 'all') return { rows: this.#read(statement, values), lastID: 0, changes: 0 }
      const done = statement.run(...spread(values))
      return { rows: [], lastID: Number(done.lastInsertRowid), changes: Number(done.changes) }
    } catch (error) {
      throw named(error)
    }
  }

  #read(statement: StatementSync, values: Bound): Row[] {
    try {
      return statement.all(...spread(values)) as Row[]
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_OUT_OF_RANGE') throw error
      return readWide(statement, values)
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    statement.setAllowUnknownNamedParameters(true)
    if (this.#statements.size >= 300) this.#statements.clear()
    if (sql.length < 4000) this.#statements.set(sql, statement)
    return statement
  }
}

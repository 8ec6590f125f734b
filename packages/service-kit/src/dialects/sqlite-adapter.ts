import { type Call, Connection, failed, type Outcome } from './sqlite-connection.ts'
import { SharedFile } from './sqlite-file.ts'
import { Handle, named, type Row } from './sqlite-handle.ts'
import { Memory } from './sqlite-memory.ts'

class Statement {
  lastID: number
  changes: number
  constructor({ lastID, changes }: Outcome) {
    this.lastID = lastID
    this.changes = changes
  }
}
type Callback = (this: Statement, error: Error | null, rows: Row[]) => void

/**
 * NORMAL keeps every commit when the process is killed; FULL when the power fails too, at a price
 * (docs/decisions/0005-sqlite-durability.md). busy_timeout stays 0 because SQLite would wait by blocking the whole
 * process; the connection waits instead.
 */
export const standardPragmas = [
  'busy_timeout=0',
  'journal_mode=WAL',
  'synchronous=NORMAL',
  'foreign_keys=ON',
  'cache_size=-16000',
  'temp_store=MEMORY',
]

/** node:sqlite answers at once, so awaits alone would keep timers and sockets out: after a burst, answer later. */
const mostInOneTurn = 48
let answered = 0
function answer(done: () => void): void {
  if (answered === 0)
    setImmediate(() => {
      answered = 0
    })
  answered += 1
  if (answered > mostInOneTurn) setImmediate(done)
  else done()
}

export type SqliteModule = ReturnType<typeof sqliteModule>
export type AdapterOptions = { pragmas?: string[]; busyMs?: number; idleHandles?: number }

/**
 * Node's own SQLite in the shape of the sqlite3 package, for Sequelize's `dialectModule`. Adds what Sequelize lacks
 * there: reused connections, one writer at a time in order of asking, and waiting for other processes without blocking.
 */
export function sqliteModule({
  pragmas = standardPragmas,
  busyMs = 10_000,
  idleHandles = 4,
}: AdapterOptions = {}) {
  const files = new Map<string, SharedFile>()
  const fileOf = (name: string) => {
    const file = files.get(name) ?? new SharedFile(name, busyMs)
    return files.set(name, file).get(name) ?? file
  }

  class Database {
    readonly filename: string
    uuid?: string
    readonly #file: SharedFile
    #connection: Connection | undefined
    /** Why it could not be opened. Said at the first call: Sequelize would keep a connection that fails to open for good. */
    #failure = new Error('not opened')

    constructor(filename: string, _mode?: number, opened?: (error: null) => void) {
      this.filename = filename
      this.#file = fileOf(filename)
      try {
        this.#connection = new Connection(this.#file, this.#file.idle.pop() ?? this.#open())
      } catch (error) {
        this.#failure = named(error)
      }
      if (opened) queueMicrotask(() => opened(null))
    }

    /** Each statement looks whether the file is still there; what opens one would make an empty one in its place. */
    #open(): Handle {
      this.#file.check()
      return new Handle(this.filename, pragmas)
    }

    serialize(work: () => void): void {
      work()
    }
    run(sql: string, parameters?: unknown, callback?: Callback): this {
      return this.#call('run', sql, parameters, callback)
    }
    all(sql: string, parameters?: unknown, callback?: Callback): this {
      return this.#call('all', sql, parameters, callback)
    }

    /** Hands the handle back for the next transaction; what was left open is undone. */
    close(closed?: (error: null) => void): void {
      const handle = this.#connection?.leave()
      if (handle && !this.#file.closed && this.#file.idle.length < idleHandles) this.#file.idle.push(handle)
      else handle?.close()
      if (closed) queueMicrotask(() => closed(null))
    }

    #call(method: Call['method'], sql: string, given: unknown, callback?: Callback): this {
      const parameters = typeof given === 'function' ? [] : given
      const done = typeof given === 'function' ? (given as Callback) : callback
      const reply = (outcome: Outcome) =>
        answer(() => done?.call(new Statement(outcome), outcome.error, outcome.rows))
      if (this.#connection) this.#connection.take({ method, sql, parameters, reply })
      else reply(/^ROLLBACK/i.test(sql) ? { ...failed(this.#failure), error: null } : failed(this.#failure))
      return this
    }
  }

  const memoryOf = (name: string) => {
    const file = fileOf(name)
    return new Memory(file, () => new Handle(name, pragmas))
  }

  /** Closes the handles kept for reuse; those in use close as they are handed back. */
  function closeIdle(): void {
    for (const file of files.values()) {
      file.closed = true
      for (const handle of file.idle.splice(0)) handle.close()
    }
    files.clear()
  }
  return { Database, OPEN_READWRITE: 2, OPEN_CREATE: 4, memoryOf, closeIdle }
}

import type { SharedFile } from './sqlite-file.ts'
import type { Handle, Row } from './sqlite-handle.ts'

export type Outcome = { error: Error | null; rows: Row[]; lastID: number; changes: number }
export type Call = {
  method: 'run' | 'all'
  sql: string
  parameters: unknown
  reply: (outcome: Outcome) => void
}

const endsTransaction = /^(COMMIT|END|ROLLBACK(?!\s+(TRANSACTION\s+)?TO\b))\b/i
const changesSchema = /^(CREATE|ALTER|DROP)\b/i
const reads =
  /^(SELECT|PRAGMA|EXPLAIN|VALUES|SAVEPOINT|RELEASE|ROLLBACK)\b|^WITH\b(?!.*\b(INSERT|UPDATE|DELETE)\b)/is
/** Said also where the beginning failed: then there is nothing to undo. */
const undoes = /^ROLLBACK\s*;?\s*$/i
const done: Outcome = { error: null, rows: [], lastID: 0, changes: 0 }
export const failed = (error: Error): Outcome => ({ error, rows: [], lastID: 0, changes: 0 })
const isBusy = (error: Error | null) => (error as { code?: string } | null)?.code === 'SQLITE_BUSY'

/** One connection that takes its turn before it writes. */
export class Connection {
  readonly #file: SharedFile
  readonly #handle: Handle
  constructor(file: SharedFile, handle: Handle) {
    this.#file = file
    this.#handle = handle
  }

  take(call: Call): void {
    if (this.#handle.inTransaction) this.#within(call)
    else if (undoes.test(call.sql)) call.reply(done)
    else if (/^BEGIN\b/i.test(call.sql)) this.#begin(call)
    else if (reads.test(call.sql)) call.reply(this.#execute(call))
    else this.#asWriter(call, () => this.#patiently(call, () => this.#file.writer.unlock()))
  }

  /** Undoes what is open and gives the handle back. */
  leave(): Handle {
    if (this.#handle.inTransaction) this.#abandon()
    return this.#handle
  }

  #within(call: Call): void {
    if (endsTransaction.test(call.sql)) this.#end(call)
    else if (this.#handle.holdsWriter || reads.test(call.sql)) call.reply(this.#execute(call))
    else this.#asWriter(call, () => this.#upgrade(call))
  }

  #upgrade(call: Call): void {
    this.#handle.holdsWriter = true
    call.reply(this.#execute(call))
  }

  #begin(call: Call): void {
    if (/IMMEDIATE|EXCLUSIVE/i.test(call.sql)) this.#asWriter(call, () => this.#beginWriting(call))
    else {
      this.#handle.inTransaction = true
      call.reply(this.#execute(call))
    }
  }

  #beginWriting(call: Call): void {
    this.#patiently(call, (error) => {
      this.#handle.inTransaction = this.#handle.holdsWriter = !error
      if (error) this.#file.writer.unlock()
    })
  }

  /** A commit that fails, on a full disk for one, leaves nothing behind: neither half a change nor a held lock. */
  #end(call: Call): void {
    const outcome = this.#execute(call)
    if (outcome.error) this.#abandon()
    this.#handle.inTransaction = false
    this.#release()
    const undone = outcome.error && /^ROLLBACK/i.test(call.sql)
    call.reply(undone ? { ...outcome, error: null } : outcome)
  }

  #abandon(): void {
    try {
      this.#handle.exec('ROLLBACK')
    } catch {
      // SQLite has undone it already, as it does when the disk is full.
    }
    this.#handle.inTransaction = false
    this.#release()
  }

  #release(): void {
    if (this.#handle.holdsWriter) this.#file.writer.unlock()
    this.#handle.holdsWriter = false
  }

  #asWriter(call: Call, go: () => void): void {
    this.#file.writer.lock(this.#file.busyMs, go, (error) => call.reply(failed(error)))
  }

  /** Another process may hold the lock of the file: asks again, ever less often, until the deadline. */
  #patiently(call: Call, settled: (error: Error | null) => void, since = Date.now(), wait = 0.5): void {
    const outcome = this.#execute(call)
    if (isBusy(outcome.error) && Date.now() - since < this.#file.busyMs) {
      const again = () => this.#patiently(call, settled, since, Math.min(wait * 2, 16))
      setTimeout(again, wait + Math.random() * wait)
      return
    }
    settled(outcome.error)
    call.reply(outcome)
  }

  #execute({ method, sql, parameters }: Call): Outcome {
    const asksTable = sql.startsWith('PRAGMA table_info')
    const known = asksTable ? this.#file.tableInfo.get(sql) : undefined
    if (known) return { error: null, rows: known, lastID: 0, changes: 0 }
    try {
      if (!this.#handle.inTransaction) this.#file.check()
      const answer = this.#handle.execute(method, sql, parameters)
      if (asksTable) this.#file.tableInfo.set(sql, answer.rows)
      if (changesSchema.test(sql) || /^ROLLBACK\b/i.test(sql)) this.#file.tableInfo.clear()
      return { error: null, ...answer }
    } catch (error) {
      return failed(error as Error)
    }
  }
}

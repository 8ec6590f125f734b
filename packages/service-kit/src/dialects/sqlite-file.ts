import { statSync } from 'node:fs'
import type { Handle, Row } from './sqlite-handle.ts'
import { WriterQueue } from './sqlite-writer.ts'

const momentMs = 1

/** What all connections of a process to one file have in common. */
export class SharedFile {
  readonly writer = new WriterQueue()
  readonly tableInfo = new Map<string, Row[]>()
  readonly idle: Handle[] = []
  readonly busyMs: number
  closed = false
  readonly #name: string
  #identity: string | undefined
  #checkedAt = Number.NEGATIVE_INFINITY

  constructor(name: string, busyMs: number) {
    this.#name = name
    this.busyMs = busyMs
  }

  /**
   * A file that is deleted or replaced while it is open still takes writes, which nobody will ever find again, and a new
   * connection would make an empty one in its place.
   * Within a moment it is looked at once: one request asks several times.
   * @throws an error with the code `SQLITE_MOVED`
   */
  check(): void {
    if (performance.now() - this.#checkedAt < momentMs) return
    const now = identityOf(this.#name)
    this.#identity ??= now
    if (now === this.#identity) {
      this.#checkedAt = performance.now()
      return
    }
    throw Object.assign(new Error(`${this.#name} was moved, replaced or deleted`), { code: 'SQLITE_MOVED' })
  }
}

/**
 * Another for every copy: a file keeps its number and the moment it was made for as long as it is there. The device is
 * left out, as its number may change with each start of the machine.
 */
export function originOf(name: string): string | undefined {
  const found = statSync(name, { bigint: true, throwIfNoEntry: false })
  return found && `${found.ino}:${found.birthtimeNs}`
}

/** Undefined for what is no file, such as a database in memory. */
function identityOf(name: string): string | undefined {
  const found = statSync(name, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

import type { SharedFile } from './sqlite-file.ts'
import type { Handle } from './sqlite-handle.ts'

const most = 2000

/**
 * What was read of a file, kept for exactly as long as nobody has written to it. `PRAGMA data_version` (sqlite.org/pragma.html)
 * says so without reading a table: on a connection that never writes it is another number after each commit of any other
 * connection, of this process or of another.
 */
export class Memory {
  readonly #file: SharedFile
  readonly #open: () => Handle
  #watch: Handle | undefined
  #version: unknown
  readonly #kept = new Map<string, unknown>()

  /** @param open opens a connection of its own, which writes nothing */
  constructor(file: SharedFile, open: () => Handle) {
    this.#file = file
    this.#open = open
  }

  /** @param read to be called outside of transactions; undefined is not kept */
  async remembered<T>(key: string, read: () => Promise<T>): Promise<T> {
    const version = this.#versionNow()
    if (version !== this.#version) this.#kept.clear()
    this.#version = version
    const known = this.#kept.get(key) as T | undefined
    if (known !== undefined) return known
    const value = await read()
    // If others have seen another version meanwhile, this may be from before it.
    if (value === undefined || this.#version !== version) return value
    if (this.#kept.size >= most) this.#kept.clear()
    this.#kept.set(key, value)
    return value
  }

  close(): void {
    this.#watch?.close()
    this.#watch = undefined
    this.#kept.clear()
  }

  #versionNow(): unknown {
    this.#file.check()
    this.#watch ??= this.#open()
    return this.#watch.execute('all', 'PRAGMA data_version', []).rows[0]?.data_version
  }
}

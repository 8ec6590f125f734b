type Waiter = { go: () => void; timer: NodeJS.Timeout }

export const busyError = (ms: number) =>
  Object.assign(new Error(`the database stayed busy for ${ms} ms`), { code: 'SQLITE_BUSY' })

/**
 * SQLite has one writer at a time; here each waits its turn, first come first served. A turn that does not come
 * within the deadline fails: it may be a write outside the transaction that its own caller holds open.
 */
export class WriterQueue {
  #busy = false
  readonly #waiting = new Set<Waiter>()

  lock(ms: number, go: () => void, fail: (error: Error) => void): void {
    if (!this.#busy) {
      this.#busy = true
      go()
      return
    }
    const late = () => {
      this.#waiting.delete(waiter)
      fail(busyError(ms))
    }
    const waiter: Waiter = { go, timer: setTimeout(late, ms) }
    this.#waiting.add(waiter)
  }

  unlock(): void {
    const [next] = this.#waiting
    if (!next) {
      this.#busy = false
      return
    }
    this.#waiting.delete(next)
    clearTimeout(next.timer)
    queueMicrotask(next.go)
  }
}

/**
 * At most one tab of a person leads: the one that holds a Web Lock. A browser may freeze a tab in the background with the
 * lock in its hands; a tab that misses a sign of life takes the lock away.
 */
export class Leadership {
  readonly #name: string
  readonly #work: (signal: AbortSignal) => Promise<void>
  readonly #stopped: AbortSignal
  readonly #patience: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #held = false

  /** `work` runs while this tab leads, until its signal says that it no longer does. */
  constructor(
    name: string,
    work: (signal: AbortSignal) => Promise<void>,
    { stopped, patience }: { stopped: AbortSignal; patience: number },
  ) {
    this.#name = name
    this.#work = work
    this.#stopped = stopped
    this.#patience = patience
    stopped.addEventListener('abort', () => clearTimeout(this.#timer))
  }

  get held(): boolean {
    return this.#held
  }

  /** Leads whenever the lock is free, until stopped. Without Web Locks every tab leads. */
  async seek(): Promise<void> {
    const { locks } = navigator
    if (!locks) return this.#lead(this.#stopped)
    while (!this.#stopped.aborted) await this.#hold(locks, { signal: this.#stopped })
  }

  /** The leading tab was asked for something: it should let itself be heard. */
  expectSign(): void {
    if (
      this.#held ||
      this.#stopped.aborted ||
      !navigator.locks ||
      globalThis.document?.visibilityState === 'hidden'
    )
      return
    this.#timer ??= setTimeout(() => void this.#take(), this.#patience)
  }

  /** The leading tab is alive. */
  heardSign(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #take(): Promise<void> {
    this.#timer = undefined
    if (!this.#held && !this.#stopped.aborted) await this.#hold(navigator.locks, { steal: true })
  }

  async #hold(locks: LockManager, options: LockOptions): Promise<void> {
    const lost = new AbortController()
    try {
      await locks.request(this.#name, options, () =>
        this.#lead(AbortSignal.any([this.#stopped, lost.signal])),
      )
    } catch (error) {
      lost.abort()
      const expected = error instanceof DOMException && error.name === 'AbortError'
      if (!expected) throw error
      this.expectSign()
    }
  }

  async #lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    this.#held = true
    this.heardSign()
    signal.addEventListener('abort', () => {
      this.#held = false
    })
    await this.#work(signal)
    this.#held = false
  }
}

import type { Clock } from './clock.ts'
import { forgetAfterMs, type LimitOptions, type Limits, type Try } from './limits.ts'
import { tooMany } from './problem.ts'

type Entry = { failures: number; last: number; openAt: number }
type Window = { count: number; endsAt: number }

const mostKeys = 200_000

/** Limits of one process. No step waits for anything between looking and counting. */
export class MemoryLimits implements Limits {
  readonly #entries = new Map<string, Entry>()
  readonly #windows = new Map<string, Window>()
  readonly #clock: Clock
  readonly #options: LimitOptions
  constructor(clock: Clock, options: LimitOptions) {
    this.#clock = clock
    this.#options = options
  }

  async attempt(...tries: Try[]): Promise<void> {
    const now = this.#clock.now().getTime()
    const wait = Math.max(...tries.map(({ key }) => (this.#entry(key, now)?.openAt ?? 0) - now))
    if (wait > 0) throw tooMany(Math.ceil(wait / 1000))
    for (const one of tries) this.#fail(one, now)
  }

  #fail({ key, free = this.#options.signInTries }: Try, now: number): void {
    const known = this.#entries.get(key)
    const failures = known && now - known.last < forgetAfterMs ? known.failures + 1 : 1
    const { signInWait, signInMaxWait } = this.#options
    const wait =
      failures < free ? 0 : Math.min(signInWait * 2 ** Math.min(failures - free, 20), signInMaxWait)
    this.#entries.delete(key)
    this.#entries.set(key, { failures, last: now, openAt: now + wait * 1000 })
    forgetOldest(this.#entries)
  }

  async clear(key: string): Promise<void> {
    this.#entries.delete(key)
  }

  async forgive(key: string): Promise<void> {
    const entry = this.#entries.get(key)
    if (!entry) return
    if (entry.failures <= 1) this.#entries.delete(key)
    else this.#entries.set(key, { ...entry, failures: entry.failures - 1, openAt: 0 })
  }

  /** A clock that was set back must not make anybody wait for it to come round again: their wait begins anew. */
  #entry(key: string, now: number): Entry | undefined {
    const known = this.#entries.get(key)
    if (!known || known.last <= now) return known
    const moved = { ...known, last: now, openAt: known.openAt && now + known.openAt - known.last }
    this.#entries.set(key, moved)
    return moved
  }

  async count(key: string, most: number, perMs: number): Promise<void> {
    const now = this.#clock.now().getTime()
    const known = this.#windows.get(key)
    const holds = known && known.endsAt > now && known.endsAt <= now + perMs
    const window = holds ? known : { count: 0, endsAt: now + perMs }
    if (window.count >= most) throw tooMany(Math.ceil((window.endsAt - now) / 1000))
    this.#windows.delete(key)
    this.#windows.set(key, { ...window, count: window.count + 1 })
    forgetOldest(this.#windows)
  }
}

function forgetOldest(map: Map<string, unknown>): void {
  if (map.size <= mostKeys) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}

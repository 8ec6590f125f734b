import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { tooMany } from './problem.ts'

type Entry = { failures: number; last: number; openAt: number }
type Window = { count: number; endsAt: number }
type Options = Pick<Config, 'signInTries' | 'signInWait' | 'signInMaxWait'>

const forgetAfter = 60 * 60 * 1000
const mostKeys = 200_000

/**
 * Failures per key (an account, an address) with a wait that doubles: OWASP Authentication Cheat Sheet, "Login
 * Throttling". Kept outside the database, so no rollback takes a failure back.
 */
export class Limits {
  readonly #entries = new Map<string, Entry>()
  readonly #windows = new Map<string, Window>()
  readonly #clock: Clock
  readonly #options: Options
  constructor(clock: Clock, options: Options) {
    this.#clock = clock
    this.#options = options
  }

  /** @throws 429 with Retry-After while the key has to wait */
  check(key: string): void {
    const now = this.#clock.now().getTime()
    const wait = (this.#entry(key, now)?.openAt ?? 0) - now
    if (wait > 0) throw tooMany(Math.ceil(wait / 1000))
  }

  /** Counts a failure; `free` of them cost nothing. */
  fail(key: string, free = this.#options.signInTries): void {
    const now = this.#clock.now().getTime()
    const known = this.#entry(key, now)
    const failures = known && now - known.last < forgetAfter ? known.failures + 1 : 1
    const { signInWait, signInMaxWait } = this.#options
    const wait =
      failures < free ? 0 : Math.min(signInWait * 2 ** Math.min(failures - free, 20), signInMaxWait)
    this.#entries.delete(key)
    this.#entries.set(key, { failures, last: now, openAt: now + wait * 1000 })
    forgetOldest(this.#entries)
  }

  /** Checks and counts in one step, before the slow work: a thousand guesses sent at once are a thousand failures. */
  attempt(key: string, free?: number): void {
    this.check(key)
    this.fail(key, free)
  }

  /** The try was right: all is forgiven. */
  clear(key: string): void {
    this.#entries.delete(key)
  }

  /** The try was right, but others come from the same address: takes back one. */
  forgive(key: string): void {
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

  /** At most `most` times per `perMs` milliseconds. @throws 429 with Retry-After */
  count(key: string, most: number, perMs: number): void {
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

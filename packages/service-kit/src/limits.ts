import type { Config } from './config.ts'

/** One of the things a try is held against: an account, an address. `free` of its failures cost nothing. */
export type Try = { key: string; free?: number }
export type LimitOptions = Pick<Config, 'signInTries' | 'signInWait' | 'signInMaxWait'>

/** Failures of longer ago no longer count. */
export const forgetAfterMs = 60 * 60 * 1000

/**
 * Failures per key (an account, an address) with a wait that doubles: OWASP Authentication Cheat Sheet, "Login
 * Throttling". Kept outside the database, so no rollback takes a failure back.
 */
export interface Limits {
  /**
   * Checks and counts in one step, before the slow work: a thousand guesses sent at once are a thousand failures. Where
   * one of several keys has to wait, none is counted.
   * @throws 429 with Retry-After while a key has to wait
   */
  attempt(...tries: Try[]): Promise<void>
  /** The try was right: all is forgiven. */
  clear(key: string): Promise<void>
  /** The try was right, but others come from the same address: takes back one. */
  forgive(key: string): Promise<void>
  /** At most `most` times per `perMs` milliseconds. @throws 429 with Retry-After */
  count(key: string, most: number, perMs: number): Promise<void>
}

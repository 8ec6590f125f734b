import type { Bell } from './bell.ts'
import { ApiError } from './route-client.ts'

const shortest = 1000
const longest = 60_000
/** No server may silence a browser for longer than this. */
const longestAsked = 600_000

/** When to try again after a failure. */
export class Retry {
  readonly #bell: Bell
  readonly #random: () => number
  #failures = 0
  #wanted = false

  constructor(bell: Bell, random: () => number) {
    this.#bell = bell
    this.#random = random
  }

  succeeded(): void {
    this.#failures = 0
  }

  /** The way may be free again: no use in waiting longer. */
  now(): void {
    this.#wanted = true
    this.#bell.ring()
  }

  /**
   * Waits ever longer, with full jitter, so that a thousand browsers that lost the same server do not come back in the same
   * second; at least as long as the server asked for with `Retry-After`, which nothing shortens.
   */
  async wait(error: unknown, signal: AbortSignal): Promise<void> {
    const asked = error instanceof ApiError ? (error.retryAfter ?? 0) : 0
    await this.#until(Math.min(longestAsked, asked), () => signal.aborted)
    const most = Math.min(longest, shortest * 2 ** this.#failures++)
    await this.#pause(most * this.#random(), signal)
  }

  /** Until somebody says that it is worth another try. */
  waitForWord(signal: AbortSignal): Promise<void> {
    return this.#pause(undefined, signal)
  }

  async #pause(milliseconds: number | undefined, signal: AbortSignal): Promise<void> {
    this.#wanted = false
    await this.#until(milliseconds, () => this.#wanted || signal.aborted)
  }

  async #until(milliseconds: number | undefined, over: () => boolean): Promise<void> {
    const end = milliseconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + milliseconds
    while (!over()) {
      const left = end - performance.now()
      if (left <= 0) return
      await this.#bell.wait(Number.isFinite(left) ? left : undefined)
    }
  }
}

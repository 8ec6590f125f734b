import type { Pulled } from '@doable/contracts/sync'
import { type Delta, deltaOf } from './delta.ts'
import type { Rows } from './kinds.ts'
import type { Replica } from './replica.ts'
import { ApiError } from './route-client.ts'
import type { Transport } from './transport.ts'
import { Walk } from './walk.ts'

/** Versions of a list only rise, unless the server was restored from a backup; what it has forgotten it cannot name. */
const wentBack = ({ lists }: Rows, page: Pulled): boolean =>
  page.lists.some(({ id, version }) => version < (lists.get(id)?.version ?? 0))

/** Asks the server for what is new, page by page; for everything, where it cannot say what is new. */
export class Puller {
  readonly #replica: Replica
  readonly #transport: Transport
  #walk: Walk | undefined

  constructor(replica: Replica, transport: Transport) {
    this.#replica = replica
    this.#transport = transport
  }

  /** Rows that came another way are not missing from the pages. */
  see(delta: Delta): void {
    this.#walk?.see(delta)
  }

  async pull(signal: AbortSignal): Promise<void> {
    let restarted = false
    for (let more = true; more; ) {
      try {
        more = await this.#page(signal)
      } catch (error) {
        if (restarted || !this.#isRefused(error)) throw error
        restarted = true
        this.#startOver()
      }
    }
  }

  /** The server does not know the cursor: it was restored from a backup, or has been changed underneath. */
  #isRefused(error: unknown): boolean {
    const cursor = this.#walk ? this.#walk.cursor : this.#replica.cursor
    return error instanceof ApiError && error.explained && error.status === 400 && cursor !== undefined
  }

  #startOver(): void {
    this.#walk = undefined
    this.#replica.forgetCursor()
  }

  async #page(signal: AbortSignal): Promise<boolean> {
    const { state, cursor } = this.#replica
    if (cursor === undefined) this.#walk ??= new Walk(state.confirmed)
    const walk = this.#walk
    const page = await this.#transport.pull(walk ? walk.cursor : cursor, signal)
    signal.throwIfAborted()
    if (!walk && wentBack(state.confirmed, page)) {
      this.#startOver()
      return true
    }
    const delta = deltaOf(state.confirmed, page)
    walk?.see(delta)
    if (walk && page.more) {
      walk.cursor = page.cursor
      await this.#replica.settle({ delta, cursor: undefined, hold: true })
    } else {
      this.#walk = undefined
      const all = walk?.finish(delta) ?? delta
      await this.#replica.settle({ delta: all, cursor: page.cursor, whole: walk !== undefined })
    }
    return page.more
  }
}

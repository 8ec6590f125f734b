import type { OperationResult, Pushed } from '@doable/contracts/sync'
import { Bell } from './bell.ts'
import { deltaOf } from './delta.ts'
import { batchOf, judged, mostAtOnce } from './outgoing.ts'
import type { Replica } from './replica.ts'
import { ApiError } from './route-client.ts'
import type { Transport } from './transport.ts'
import { Walk } from './walk.ts'

const shortest = 1000
const longest = 60_000
/** How often to look at the server when nothing says that something happened: rarely while the live channel is open. */
const lookAgain = { live: 300_000, deaf: 30_000 }

/** The one conversation with the server: sends what is queued, in order, and asks for what is new. Runs in the leading tab. */
export class Sync {
  readonly #replica: Replica
  readonly #transport: Transport
  readonly #random: () => number
  readonly #bell = new Bell()
  readonly #stopped = new AbortController()
  #lookWanted = true
  #retryWanted = false
  #live = false
  #leading = false
  #failures = 0
  #atOnce = mostAtOnce
  #walk: Walk | undefined

  constructor(replica: Replica, transport: Transport, random: () => number = Math.random) {
    this.#replica = replica
    this.#transport = transport
    this.#random = random
  }

  get leading(): boolean {
    return this.#leading
  }

  /** Leads until it is stopped. Call it under the lock that only one tab has. */
  async lead(): Promise<void> {
    if (this.#stopped.signal.aborted) return
    this.#leading = true
    await this.#replica.catchUp()
    const deafen = this.#transport.listen({
      opened: () => {
        this.#live = true
        this.retry()
      },
      closed: () => {
        this.#live = false
      },
      heard: (name, message) => {
        if (name === 'changed' || name === 'ended') this.look()
        this.#replica.announce({ type: 'live', name, message })
      },
    })
    while (!this.#stopped.signal.aborted) await this.#turn()
    deafen()
  }

  /** There is something to send. */
  send(): void {
    this.#bell.ring()
  }

  /** There may be something new on the server. */
  look(): void {
    this.#lookWanted = true
    this.#bell.ring()
  }

  /** The way to the server may be free again (online, visible, signed in): no use in waiting longer. */
  retry(): void {
    this.#retryWanted = true
    this.look()
  }

  stop(): void {
    this.#stopped.abort()
    this.#bell.ring()
  }

  async #turn(): Promise<void> {
    try {
      await this.#exchange()
      this.#failures = 0
      const wait = this.#live ? lookAgain.live : lookAgain.deaf
      const began = performance.now()
      await this.#bell.wait(wait * (1 + this.#random() / 5))
      if (performance.now() - began >= wait) this.#lookWanted = true
    } catch (error) {
      if (!this.#stopped.signal.aborted) await this.#failed(error)
    }
  }

  async #exchange(): Promise<void> {
    await this.#replica.gather()
    if (this.#lookWanted || this.#replica.state.queue.length > 0) this.#replica.setStatus('syncing')
    while (this.#replica.state.queue.length > 0) await this.#push()
    if (this.#lookWanted) await this.#pull()
    this.#replica.setStatus('idle')
  }

  async #push(): Promise<void> {
    const batch = batchOf(this.#replica.state.queue, this.#atOnce)
    let pushed: Pushed
    try {
      pushed = await this.#transport.push(batch, this.#stopped.signal)
    } catch (error) {
      if (!(error instanceof ApiError && error.explained && [400, 413, 422].includes(error.status)))
        throw error
      // One of them makes the whole request unreadable: halve until it stands alone.
      this.#atOnce = Math.ceil(batch.length / 2)
      if (batch.length > 1) return
      const result: OperationResult = { id: batch[0]?.id ?? '', status: 'refused', problem: error.problem }
      pushed = { results: [result], changes: nothing() }
    }
    const { done, refused } = judged(batch, pushed.results, this.#replica.state.queue)
    if (done.length === 0) throw new Error('The server answered, but not to what was asked')
    this.#atOnce = Math.min(mostAtOnce, this.#atOnce * 2)
    const delta = deltaOf(this.#replica.state.confirmed, pushed.changes)
    this.#walk?.see(delta)
    await this.#replica.settle({ delta, done, refused, cursor: this.#replica.cursor })
  }

  async #pull(): Promise<void> {
    this.#lookWanted = false
    try {
      for (let more = true; more; ) more = await this.#pullPage()
    } catch (error) {
      this.#lookWanted = true
      const asked = this.#walk?.cursor ?? this.#replica.cursor
      if (!(error instanceof ApiError && error.explained && error.status === 400 && asked)) throw error
      const again = this.#walk !== undefined
      this.#walk = undefined
      this.#replica.forgetCursor()
      if (again) throw error
      await this.#pull()
    }
  }

  async #pullPage(): Promise<boolean> {
    const { state, cursor } = this.#replica
    if (!cursor) this.#walk ??= new Walk(state.confirmed)
    const walk = this.#walk
    const page = await this.#transport.pull(walk ? walk.cursor : cursor, this.#stopped.signal)
    const delta = deltaOf(state.confirmed, page)
    walk?.see(delta)
    if (walk && page.more) {
      walk.cursor = page.cursor
      await this.#replica.settle({ delta, cursor: undefined, hold: true })
    } else {
      this.#walk = undefined
      await this.#replica.settle({ delta: walk?.finish(delta) ?? delta, cursor: page.cursor })
    }
    return page.more
  }

  /** Waits before the next try. Nothing that was queued is lost. */
  async #failed(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.status === 401) {
      this.#replica.setStatus('signed-out')
      return this.#pause()
    }
    if (!(error instanceof ApiError || error instanceof TypeError || error instanceof DOMException)) {
      console.error(error)
    }
    this.#replica.setStatus('offline')
    const most = Math.min(longest, shortest * 2 ** this.#failures++)
    // Full jitter: a thousand browsers that lost the same server do not come back in the same second.
    const asked = error instanceof ApiError ? (error.retryAfter ?? 0) : 0
    if (asked > 0) await this.#sleep(asked)
    await this.#pause(most * this.#random())
  }

  /** Until somebody says that it is worth another try. New operations alone do not. */
  async #pause(milliseconds?: number): Promise<void> {
    const until = milliseconds === undefined ? undefined : performance.now() + milliseconds
    this.#retryWanted = false
    while (!this.#retryWanted && !this.#stopped.signal.aborted) {
      const left = until === undefined ? undefined : until - performance.now()
      if (left !== undefined && left <= 0) break
      await this.#bell.wait(left)
    }
    this.#lookWanted = true
  }

  /** What the server asked for with `Retry-After`; nothing but stopping shortens it. */
  async #sleep(milliseconds: number): Promise<void> {
    const until = performance.now() + Math.min(milliseconds, 10 * longest)
    while (performance.now() < until && !this.#stopped.signal.aborted) {
      await this.#bell.wait(until - performance.now())
    }
  }
}

const nothing = () => ({ tasks: [], lists: [], sections: [], labels: [], goneTasks: [], goneLists: [] })

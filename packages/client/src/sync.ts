import { Bell } from './bell.ts'
import { Puller } from './puller.ts'
import { Pusher } from './pusher.ts'
import type { Replica } from './replica.ts'
import { Retry } from './retry.ts'
import { ApiError } from './route-client.ts'
import type { LiveHandlers, Transport } from './transport.ts'

/** How often to look at the server when nothing says that something happened: rarely while the live channel is open. */
const lookAgain = { live: 300_000, deaf: 30_000 }

/** The one conversation with the server: sends what is queued, in order, and asks for what is new. Runs in the leading tab. */
export class Sync {
  readonly #replica: Replica
  readonly #transport: Transport
  readonly #pusher: Pusher
  readonly #puller: Puller
  readonly #random: () => number
  readonly #bell = new Bell()
  readonly #retry: Retry
  #lookWanted = true
  #live = false

  constructor(replica: Replica, transport: Transport, random: () => number = Math.random) {
    this.#replica = replica
    this.#transport = transport
    this.#random = random
    this.#pusher = new Pusher(replica, transport)
    this.#puller = new Puller(replica, transport)
    this.#retry = new Retry(this.#bell, random)
  }

  /** Leads until the signal says stop. For the one tab that holds the lock. */
  async lead(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#bell.ring())
    await this.#replica.catchUp()
    this.#lookWanted = true
    const deafen = this.#transport.listen(this.#ears())
    while (!signal.aborted) await this.#turn(signal)
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

  /** The way to the server may be free again: online, in sight, signed in. */
  retry(): void {
    this.#lookWanted = true
    this.#retry.now()
  }

  #ears(): LiveHandlers {
    return {
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
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    try {
      await this.#exchange(signal)
      this.#retry.succeeded()
      await this.#rest(signal)
    } catch (error) {
      if (!signal.aborted) await this.#failed(error, signal)
    }
  }

  async #exchange(signal: AbortSignal): Promise<void> {
    await this.#replica.gather()
    const { queue } = this.#replica.state
    if (this.#lookWanted || queue.length > 0) this.#replica.setStatus('syncing')
    // First, so that a server restored from a backup is noticed before what is sent raises its versions again.
    if (this.#lookWanted) {
      this.#lookWanted = false
      await this.#puller.pull(signal)
    }
    while (this.#replica.state.queue.length > 0) {
      const delta = await this.#pusher.push(signal)
      if (delta) this.#puller.see(delta)
    }
    this.#replica.setStatus('idle')
  }

  /** Until something is to be done, and now and then without being told. */
  async #rest(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const wait = this.#live ? lookAgain.live : lookAgain.deaf
    const began = performance.now()
    await this.#bell.wait(wait * (1 + this.#random() / 5))
    if (performance.now() - began >= wait) this.#lookWanted = true
  }

  /** Waits before the next try. Nothing that is queued is lost. */
  async #failed(error: unknown, signal: AbortSignal): Promise<void> {
    this.#lookWanted = true
    if (error instanceof ApiError && error.status === 401) {
      this.#replica.setStatus('signed-out')
      return this.#retry.waitForWord(signal)
    }
    const expected = error instanceof ApiError || error instanceof TypeError || error instanceof DOMException
    if (!expected) console.error(error)
    this.#replica.setStatus('offline')
    await this.#retry.wait(error, signal)
  }
}

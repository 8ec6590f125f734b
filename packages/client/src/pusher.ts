import type { Operation, Pushed } from '@doable/contracts/sync'
import { type Delta, deltaOf } from './delta.ts'
import { noChanges } from './kinds.ts'
import { batchOf, judged, mostAtOnce } from './outgoing.ts'
import type { Replica } from './replica.ts'
import { ApiError } from './route-client.ts'
import type { Transport } from './transport.ts'

/** Sends what is queued, in order, and takes in what the server made of it. */
export class Pusher {
  readonly #replica: Replica
  readonly #transport: Transport
  #atOnce = mostAtOnce

  constructor(replica: Replica, transport: Transport) {
    this.#replica = replica
    this.#transport = transport
  }

  /** One request. Answers what changed; undefined when the request was too much and is to be sent in halves. */
  async push(signal: AbortSignal): Promise<Delta | undefined> {
    const { state, cursor } = this.#replica
    const batch = batchOf(state.queue, this.#atOnce)
    const pushed = await this.#send(batch, signal)
    if (!pushed) return undefined
    signal.throwIfAborted()
    const { done, refused } = judged(batch, pushed.results, state.queue)
    if (done.length === 0) throw new Error('The server answered, but not to what was asked')
    this.#atOnce = Math.min(mostAtOnce, this.#atOnce * 2)
    const delta = deltaOf(state.confirmed, pushed.changes)
    await this.#replica.settle({ delta, done, refused, cursor })
    return delta
  }

  /** An operation that makes a whole request unreadable is found by halving: alone, it is the one that is refused. */
  async #send(batch: Operation[], signal: AbortSignal): Promise<Pushed | undefined> {
    try {
      return await this.#transport.push(batch, signal)
    } catch (error) {
      const unreadable =
        error instanceof ApiError && error.explained && [400, 413, 422].includes(error.status)
      if (!unreadable) throw error
      this.#atOnce = Math.ceil(batch.length / 2)
      const [only, another] = batch
      if (!only || another) return undefined
      return { results: [{ id: only.id, status: 'refused', problem: error.problem }], changes: noChanges() }
    }
  }
}

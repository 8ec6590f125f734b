import type { Problem } from '@doable/contracts/common'
import type { LiveMessages } from '@doable/contracts/notification'
import type { Operation, OperationResult, Pulled, Pushed } from '@doable/contracts/sync'
import { apply } from './apply.ts'
import { Children, Draft } from './draft.ts'
import { kinds, noChanges, noRows, type Rows } from './kinds.ts'
import { inbox } from './newborn.ts'
import { ApiError } from './route-client.ts'
import type { LiveHandlers, LiveName, Transport } from './transport.ts'

type Change = { at: number; kind: keyof Rows; id: string }
export const later = (response: { status: number; retryAfter?: number; explained?: boolean }): ApiError => {
  const { status, retryAfter, explained = true } = response
  const headers: HeadersInit = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  const problem: Problem = { type: '/problems/test', title: 'Test', status }
  return new ApiError(new Response(null, { status, headers }), explained ? problem : undefined)
}

/** As `fetch` does: whoever asked has gone, the server may still work on it. */
const until = <T>(signal: AbortSignal, answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  ])

/**
 * A server at the other end of a network that tests cut, slow down and make fail. It keeps the rules of `contracts/sync`:
 * each operation once by its id, each with a result of its own, changes by cursor in pages.
 */
export class TestServer {
  rows: Rows = noRows()
  readonly personId: string
  readonly seen = new Map<string, OperationResult>()
  /** Every operation of every push that arrived, repeats included. */
  readonly pushes: Operation[][] = []
  pulls = 0
  pageSize = 200
  /** What happens to each request before it is handled, and to its answer afterwards. */
  onRequest: (what: 'push' | 'pull') => void | Promise<void> = () => {}
  onAnswer: (what: 'push' | 'pull') => void | Promise<void> = () => {}
  refuse: (operation: Operation) => Problem | undefined = () => undefined
  #clock = 0
  #epoch = 1
  #changes: Change[] = []
  readonly #listeners = new Set<LiveHandlers>()

  constructor(personId: string) {
    this.personId = personId
    this.#put('lists', personId, inbox(personId, '2026-01-01T00:00:00.000Z'))
  }

  /** A browser's way here. */
  transport(): Transport {
    return {
      push: (operations, signal) =>
        until(
          signal,
          this.#answering('push', () => this.#push(structuredClone(operations))),
        ),
      pull: (cursor, signal) =>
        until(
          signal,
          this.#answering('pull', () => this.#pull(cursor)),
        ),
      listen: (handlers) => {
        this.#listeners.add(handlers)
        return () => this.#listeners.delete(handlers)
      },
    }
  }

  get ears(): number {
    return this.#listeners.size
  }

  say<N extends LiveName>(name: N, message: LiveMessages[N]): void {
    for (const listener of this.#listeners) listener.heard(name, message)
  }

  /** What somebody else does. */
  do(...operations: Operation[]): void {
    for (const operation of operations) this.#apply(operation)
    this.say('changed', { lists: [], own: true })
  }

  /** As it was at a former moment; cursors handed out since are unknown to it. */
  restore(backup: Rows): void {
    this.rows = structuredClone(backup)
    this.#epoch++
    this.#changes = kinds.flatMap((kind) =>
      [...this.rows[kind].keys()].map((id) => ({ at: ++this.#clock, kind, id })),
    )
  }

  async #answering<T>(what: 'push' | 'pull', work: () => T): Promise<T> {
    await this.onRequest(what)
    const answer = structuredClone(work())
    await this.onAnswer(what)
    return answer
  }

  #push(operations: Operation[]): Pushed {
    this.pushes.push(operations)
    const began = this.#clock
    const results = operations.map((operation) => {
      const before = this.seen.get(operation.id)
      const problem = before ? undefined : this.refuse(operation)
      const status = problem ? 'refused' : 'applied'
      const result = before ?? { id: operation.id, status, ...(problem && { problem }) }
      this.seen.set(operation.id, result as OperationResult)
      if (!before && !problem) this.#apply(operation)
      return result as OperationResult
    })
    return { results, changes: this.#since(began, Number.POSITIVE_INFINITY).changes }
  }

  #pull(cursor: string | undefined): Pulled {
    this.pulls++
    const [epoch, from] = (cursor ?? `${this.#epoch}:0`).split(':').map(Number) as [number, number]
    if (epoch !== this.#epoch) throw later({ status: 400 })
    const { changes, at, more } = this.#since(from, this.pageSize)
    return { ...changes, cursor: `${this.#epoch}:${at}`, more }
  }

  #since(from: number, most: number) {
    const latest = new Map(this.#changes.filter(({ at }) => at > from).map((each) => [each.id, each]))
    const page = [...latest.values()].sort((a, b) => a.at - b.at).slice(0, most)
    const changes = noChanges()
    for (const { kind, id } of page) {
      const row = this.rows[kind].get(id)
      if (row) changes[kind].push(row as never)
      else if (kind === 'tasks') changes.goneTasks.push({ id, listId: this.personId })
    }
    return { changes, at: page.at(-1)?.at ?? from, more: page.length < latest.size }
  }

  #apply(operation: Operation): void {
    const children = new Children()
    for (const task of this.rows.tasks.values()) children.note(task)
    const draft = new Draft(this.rows, children)
    apply(draft, operation, this.personId)
    const touched = draft.touched()
    for (const kind of kinds) for (const id of touched[kind]) this.#put(kind, id, draft.get(kind, id))
  }

  #put(kind: keyof Rows, id: string, row: object | undefined): void {
    const at = ++this.#clock
    this.#changes.push({ at, kind, id })
    if (row) this.rows[kind].set(id, { ...row, version: at } as never)
    else this.rows[kind].delete(id)
  }
}

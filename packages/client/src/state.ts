import type { Operation } from '@doable/contracts/sync'
import { apply } from './apply.ts'
import type { Delta } from './delta.ts'
import { Children, Draft, noIds } from './draft.ts'
import { byKind, type Kind, kinds, noRows, type Rows } from './kinds.ts'
import { inbox } from './newborn.ts'

/** `seq` is its place in the outbox on disk, which all tabs share; unknown until it is written. */
export type Entry = { operation: Operation; seq?: number }

const order = (a: Entry, b: Entry) => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER)
const remembered = 1000

const copy = (rows: Rows): Rows => byKind<Rows>((kind) => new Map(rows[kind]) as never)

/** What the server confirmed, the operations it has not seen yet, and what a person sees: the one with the other on top. */
export class State {
  readonly #personId: string
  #confirmed = noRows()
  #shown = noRows()
  #queue: Entry[] = []
  /** What is shown otherwise than confirmed, because of the queue. */
  #ahead = noIds()
  #children = new Children()
  /** Operations that left the queue lately, so that a late message from another tab does not bring them back. */
  readonly #gone = new Set<string>()

  constructor(personId: string) {
    this.#personId = personId
    this.#shown = this.#withInbox(this.#shown)
  }

  get confirmed(): Rows {
    return this.#confirmed
  }
  get shown(): Rows {
    return this.#shown
  }
  get queue(): readonly Entry[] {
    return this.#queue
  }

  /** A draft of what is shown, to try acts on. */
  draft(): Draft {
    return new Draft(this.#shown, this.#children)
  }

  /** Begins again from what is on disk; operations that only this tab knows stay. */
  load(confirmed: Rows, queue: Entry[]): void {
    this.#confirmed = confirmed
    this.#children = new Children()
    for (const task of confirmed.tasks.values()) this.#children.note(task)
    // Copies: what is confirmed changes in place, what is shown never does.
    this.#shown = this.#withInbox(copy(confirmed))
    this.#ahead = noIds()
    this.#merge(queue)
    this.#replay(this.draft())
  }

  /** Forgets everything, what is queued too. */
  clear(): void {
    this.#queue = []
    this.load(noRows(), [])
  }

  /** Adds operations at the end and shows them; those it already has only learn their place. */
  enqueue(entries: Entry[]): void {
    const before = this.#queue
    this.#merge(entries)
    if (before.some((entry, at) => this.#queue[at] !== entry)) this.#replay(this.#rolledBack())
    else this.#show(this.#queue.slice(before.length))
  }

  /** Takes in what the server said and lets go of operations it has judged: one step, nothing flickers between. */
  settle(delta: Delta, done: Iterable<string> = []): void {
    const ids = new Set(done)
    for (const id of ids) this.#gone.add(id)
    for (const id of [...this.#gone].slice(0, -remembered)) this.#gone.delete(id)
    this.#queue = this.#queue.filter(({ operation }) => !ids.has(operation.id))
    const draft = this.#rolledBack()
    for (const kind of kinds) this.#confirm(draft, kind, delta)
    this.#replay(draft)
  }

  #confirm(draft: Draft, kind: Kind, delta: Delta): void {
    for (const row of delta.put[kind]) {
      this.#confirmed[kind].set(row.id, row as never)
      draft.set(kind, row.id, row as never)
    }
    for (const id of delta.gone[kind]) {
      this.#confirmed[kind].delete(id)
      draft.set(kind, id, undefined)
    }
  }

  #merge(entries: Entry[]): void {
    const known = new Map(this.#queue.map((entry) => [entry.operation.id, entry]))
    const fresh: Entry[] = []
    for (const entry of entries) {
      const have = known.get(entry.operation.id)
      if (have) have.seq ??= entry.seq
      else if (!this.#gone.has(entry.operation.id)) fresh.push({ ...entry })
    }
    this.#queue = [...this.#queue, ...fresh].sort(order)
  }

  /** What is confirmed, wherever something else is shown. */
  #rolledBack(): Draft {
    const draft = this.draft()
    for (const kind of kinds) {
      for (const id of this.#ahead[kind]) draft.set(kind, id, this.#confirmed[kind].get(id) as never)
    }
    return draft
  }

  #replay(draft: Draft): void {
    draft.touched()
    for (const { operation } of this.#queue) apply(draft, operation, this.#personId)
    this.#ahead = draft.touched()
    this.#shown = this.#withInbox(draft.finish())
  }

  /** On top of what is shown already. */
  #show(entries: Entry[]): void {
    if (entries.length === 0) return
    const draft = this.draft()
    for (const { operation } of entries) apply(draft, operation, this.#personId)
    const touched = draft.touched()
    for (const kind of kinds) for (const id of touched[kind]) this.#ahead[kind].add(id)
    this.#shown = draft.finish()
  }

  #withInbox(rows: Rows): Rows {
    if (rows.lists.has(this.#personId)) return rows
    const made = inbox(this.#personId, '1970-01-01T00:00:00.000Z')
    return { ...rows, lists: new Map([[made.id, made], ...rows.lists]) }
  }
}

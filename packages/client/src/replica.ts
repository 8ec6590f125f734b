import type { Operation } from '@doable/contracts/sync'
import { afterPaint } from './after-paint.ts'
import { type Delta, emptyDelta, isEmpty } from './delta.ts'
import type { Image } from './disk.ts'
import { type Meta, noMeta, without, withRefused } from './meta.ts'
import { Showing } from './showing.ts'
import { State } from './state.ts'
import { type Message, Tabs } from './tabs.ts'
import { Vault } from './vault.ts'
import type { Refusal, Status, View } from './view.ts'

export type Settlement = {
  delta: Delta
  done?: string[]
  refused?: Refusal[]
  cursor: string | undefined
  /** More follows before this makes sense on disk: show it, but do not write it yet. */
  hold?: boolean
  /** The last part of everything there is. */
  whole?: boolean
}

/** One person's data in this tab: in memory, on disk, and the same in the other tabs. */
export class Replica {
  readonly state: State
  /** Whether one tab leads and keeps an image of everything on disk. */
  readonly #image: boolean
  readonly #vault: Vault
  readonly #tabs: Tabs
  readonly #showing: Showing
  readonly #now: () => Date
  #meta: Meta = noMeta()
  #status: Status = 'loading'
  #loaded = false
  /** What is shown and about to be kept. */
  readonly #shown: Operation[] = []
  #kept: Promise<void> | undefined
  /** Wiped: answers that were under way must not bring anything back. */
  #over = false
  /** Called with every message of another tab, after it was taken in. */
  onMessage: (message: Message) => void = () => {}

  constructor(personId: string, { name, image, now }: { name: string; image: boolean; now: () => Date }) {
    this.state = new State(personId)
    this.#image = image
    this.#vault = new Vault(name, image)
    this.#tabs = new Tabs(name)
    this.#now = now
    this.#showing = new Showing(this.#seen())
    this.#vault.onFailed = () => this.#publish()
  }

  get view(): View {
    return this.#showing.view
  }
  get cursor(): string | undefined {
    return this.#meta.cursor
  }

  subscribe(listener: () => void): () => void {
    return this.#showing.subscribe(listener)
  }

  async open(): Promise<void> {
    const image = await this.#vault.open()
    if (image && !this.#over) this.#load(image)
    if (this.#status === 'loading') this.#status = 'idle'
    this.#publish()
    this.#tabs.open((message) => this.#hear(message))
    this.#tabs.tell({ type: 'hello' })
  }

  /**
   * Shows operations at once and keeps them as soon as they are on the screen; other tabs hear of them when they are on disk,
   * or when that failed.
   */
  enqueue(operations: Operation[]): void {
    if (this.#over) return
    this.state.enqueue(operations.map((operation) => ({ operation })))
    this.#publish()
    this.#shown.push(...operations)
    if (this.#shown.length > operations.length) return
    this.#kept = new Promise((resolve) => {
      this.keep = afterPaint(() => {
        this.#keep()
        resolve()
      })
    })
  }

  /** Keeps at once what is shown but not kept yet, as the page may be going. */
  keep = (): void => {}

  #keep(): void {
    void this.#vault.keep(this.#shown.splice(0)).then((entries) => {
      this.state.enqueue(entries)
      this.#tabs.tell({ type: 'queued', entries })
    })
  }

  /** Takes in what any tab queued on disk. */
  async gather(): Promise<void> {
    await this.#kept
    await this.#vault.settled()
    const entries = await this.#vault.outbox()
    if (this.#over) return
    this.state.enqueue(entries)
    this.#publish()
  }

  /** For the tab that begins to lead: what another tab wrote since. */
  catchUp(): Promise<void> {
    return this.#reload(this.#meta.commit)
  }

  /** What the server said: in memory, then on disk, then in the other tabs. For the leader only. */
  async settle({ delta, done = [], refused = [], cursor, hold, whole }: Settlement): Promise<void> {
    if (this.#over) return
    const nothing = isEmpty(delta) && done.length === 0 && cursor === this.#meta.cursor
    this.#vault.note(delta, done)
    this.#meta.lastSyncedAt = this.#now().toISOString()
    if (!hold) this.#meta.cursor = cursor
    if (!nothing) this.#meta.commit++
    this.#take(delta, done, refused, this.#loaded || this.#meta.cursor !== undefined)
    if (nothing) return
    const { commit } = this.#meta
    const written = hold || (await this.#vault.write(this.state.confirmed, this.#meta))
    if (!written) return this.#reload()
    this.announce({ type: 'settled', delta, done, refused, commit, loaded: this.#loaded, whole })
  }

  /** The server does not know the cursor any more: everything is asked for again. */
  forgetCursor(): void {
    this.#meta.cursor = undefined
  }

  setStatus(status: Status): void {
    if (this.#over) return
    this.#tabs.tell({ type: 'status', status, lastSyncedAt: this.#meta.lastSyncedAt })
    this.#status = status
    this.#publish()
  }

  dismiss(ids: string[]): void {
    this.#meta = without(this.#meta, ids)
    this.#publish()
    this.#tabs.tell({ type: 'dismissed', ids })
    void this.#vault.dismiss(ids)
  }

  tell(message: Message): void {
    this.#tabs.tell(message)
  }

  /** Tells the other tabs and this one. */
  announce(message: Message): void {
    this.#tabs.tell(message)
    this.onMessage(message)
  }

  close(): void {
    this.keep()
    this.#tabs.close()
    this.#vault.close()
  }

  /** Forgets everything, here, on disk and in the other tabs. */
  async wipe(): Promise<void> {
    this.#tabs.tell({ type: 'wiped' })
    this.#forget()
    this.#tabs.close()
    await this.#vault.wipe()
  }

  #hear(message: Message): void {
    if (this.#over) return
    if (message.type === 'queued') this.state.enqueue(message.entries)
    // Several leaders count each for themselves; what one of them says is never old.
    if (message.type === 'settled' && (message.commit > this.#meta.commit || !this.#image)) {
      this.#meta.commit = message.commit
      this.#vault.note(emptyDelta(), message.done)
      this.#take(message.delta, message.done, message.refused, message.loaded)
      // A tab that came up in the middle has not heard the beginning.
      if (message.whole && this.#image) void this.#reload()
    }
    if (message.type === 'status') {
      this.#meta.lastSyncedAt = message.lastSyncedAt
      this.#status = message.status
    }
    if (message.type === 'dismissed') this.#meta = without(this.#meta, message.ids)
    if (message.type === 'wiped') this.#forget()
    this.#publish()
    this.onMessage(message)
  }

  #take(delta: Delta, done: string[], refused: Refusal[], loaded: boolean): void {
    this.state.settle(delta, done)
    this.#loaded = loaded
    this.#meta = withRefused(this.#meta, refused)
    this.#publish()
  }

  /** Never goes back: what this tab has heard meanwhile may be on its way to the disk only. */
  async #reload(since?: number): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const image = await this.#vault.reload(since)
      if (!image || this.#over) return
      if (image.meta.commit < this.#meta.commit) continue
      this.#load(image)
      this.#publish()
      return
    }
  }

  #load({ rows, queue, meta }: Image): void {
    this.state.load(rows, queue)
    this.#meta = meta
    this.#loaded ||= meta.cursor !== undefined
  }

  #forget(): void {
    this.#over = true
    this.state.clear()
    this.#meta = noMeta()
    this.#status = 'signed-out'
    this.#publish()
  }

  #publish(): void {
    this.#showing.show(this.#seen())
  }

  #seen(): View {
    return {
      ...this.state.shown,
      pending: this.state.queue.length,
      status: this.#status,
      storage: this.#vault.failed ? 'failed' : 'ok',
      loaded: this.#loaded,
      lastSyncedAt: this.#meta.lastSyncedAt,
      refused: this.#meta.refused,
    }
  }
}

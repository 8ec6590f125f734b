import type { LiveMessages } from '@doable/contracts/notification'
import { today } from '@doable/domain/calendar'
import { History, type Step } from './history.ts'
import type { Act } from './inverse.ts'
import { Leadership } from './leadership.ts'
import { Replica } from './replica.ts'
import { stepOf } from './steps.ts'
import { Sync } from './sync.ts'
import type { Message } from './tabs.ts'
import type { LiveName, Transport } from './transport.ts'
import type { View } from './view.ts'

export type StoreOptions = {
  personId: string
  transport: Transport
  /** IANA zone of the person, asked for whenever it is needed; the browser's where nobody knows better. */
  timeZone?: () => string
  /** Name of the database; by itself it holds the person's id, so that two people never share one. */
  name?: string
  clock?: () => Date
  random?: () => number
  /** Milliseconds in which the leading tab must answer before another one takes over. */
  patience?: number
}

const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

type Listener<N extends LiveName> = (message: LiveMessages[N]) => void

/** Life, undo and news of the store; what a person can do with it is in `store.ts`. */
export class StoreCore {
  readonly personId: string
  readonly #replica: Replica
  readonly #sync: Sync
  readonly #leadership: Leadership
  readonly #history = new History()
  readonly #name: string
  readonly #clock: () => Date
  readonly #timeZone: () => string
  readonly #stopped = new AbortController()
  readonly #live = new Map<LiveName, Set<Listener<LiveName>>>()

  constructor(options: StoreOptions) {
    const { personId, transport, name, clock = () => new Date(), random } = options
    const { patience = 10_000, timeZone = browserZone } = options
    this.personId = personId
    this.#name = name ?? `doable-${personId}`
    this.#clock = clock
    this.#timeZone = timeZone
    const locks = globalThis.navigator?.locks
    this.#replica = new Replica(personId, { name: this.#name, image: Boolean(locks), now: clock })
    this.#sync = new Sync(this.#replica, transport, random)
    const stopped = this.#stopped.signal
    const lead = (signal: AbortSignal) => this.#sync.lead(signal)
    this.#leadership = new Leadership(this.#name, lead, { stopped, patience })
    this.#replica.onMessage = (message) => this.#heard(message)
  }

  /** Reads the disk; the view is complete before any network. Then keeps in step with the server until `stop`. */
  async start(): Promise<void> {
    await this.#replica.open()
    if (this.#stopped.signal.aborted) return this.#replica.close()
    this.#listen()
    void this.#leadership.seek()
    this.#leadership.expectSign()
  }

  /** Ends all work of this tab. What is queued stays on disk. */
  stop(): void {
    this.#stopped.abort()
    this.#replica.close()
  }

  /** Stops and erases this person's data in this browser, what is queued included; the other tabs forget it too. */
  async wipe(): Promise<void> {
    this.#stopped.abort()
    await this.#replica.wipe()
  }

  /** After signing in again: goes on where `signed-out` stopped. */
  resume(): void {
    if (this.#leadership.held) this.#sync.retry()
    else {
      this.#replica.tell({ type: 'look' })
      this.#leadership.expectSign()
    }
  }

  /** Tries to send everything; answers how many operations are still queued when that failed or took too long. */
  async flush(milliseconds = 5000): Promise<number> {
    if (this.getSnapshot().pending === 0) return 0
    const over = AbortSignal.timeout(milliseconds)
    await new Promise<void>((resolve) => {
      const unsubscribe = this.subscribe(() => check())
      const check = () => {
        const { pending, status } = this.getSnapshot()
        if (pending > 0 && status !== 'offline' && status !== 'signed-out' && !over.aborted) return
        unsubscribe()
        resolve()
      }
      over.addEventListener('abort', check)
      this.resume()
    })
    return this.getSnapshot().pending
  }

  getSnapshot = (): View => this.#replica.view
  subscribe = (listener: () => void): (() => void) => this.#replica.subscribe(listener)

  /** Hears what the live channel says, in whichever tab it is open. */
  listen<N extends LiveName>(name: N, listener: Listener<N>): () => void {
    const listeners = this.#live.get(name) ?? new Set()
    this.#live.set(name, listeners.add(listener as Listener<LiveName>))
    return () => listeners.delete(listener as Listener<LiveName>)
  }

  /** Takes refused operations off the view, once their person has been told. */
  dismissRefused(operationIds = this.getSnapshot().refused.map(({ operation }) => operation.id)): void {
    this.#replica.dismiss(operationIds)
  }

  /** What this tab did last and can still take back. */
  get lastStep(): Step | undefined {
    return this.#history.last
  }
  get canUndo(): boolean {
    return this.#history.canUndo
  }
  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** Takes back the newest step, or that one (a message's Undo button). Answers what was undone. */
  undo(step?: Step): Step | undefined {
    const taken = this.#history.takeDone(step)
    const back = taken && this.#perform(taken.inverse)
    if (back) this.#history.undone(back)
    return taken
  }

  /** Does again what was undone last. */
  redo(): Step | undefined {
    const taken = this.#history.takeUndone()
    const again = taken && this.#perform(taken.inverse)
    if (again) this.#history.redone(again)
    return again
  }

  /** The person's day. */
  protected get today(): string {
    return today(this.#clock().toISOString(), this.#timeZone())
  }

  /** Shows and queues acts as one step that can be undone. Those that change nothing are left out. */
  protected act(acts: Act[]): Step | undefined {
    const step = this.#perform(acts)
    if (step) this.#history.add(step)
    return step
  }

  /** The same for what is no step: how a page is looked at. */
  protected quietly(acts: Act[]): void {
    this.#perform(acts)
  }

  #perform(acts: readonly Act[]): Step | undefined {
    const step = stepOf(acts, this.#replica.state.draft(), this.personId, this.#clock().toISOString())
    if (!step) return undefined
    this.#replica.enqueue([...step.operations])
    this.#sync.send()
    this.#leadership.expectSign()
    return step
  }

  #listen(): void {
    const { signal } = this.#stopped
    const retry = () => this.resume()
    globalThis.window?.addEventListener('online', retry, { signal })
    // Asked at once, so that the person hears of it now and not at the next look around.
    globalThis.window?.addEventListener('offline', retry, { signal })
    globalThis.window?.addEventListener('pagehide', () => this.#replica.keep(), { signal })
    globalThis.document?.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') retry()
        else this.#replica.keep()
      },
      { signal },
    )
  }

  /** Another tab asks for something, and waits for a sign that this one is not frozen. */
  #answer({ type }: Message): void {
    if (type === 'queued') this.#sync.send()
    if (type === 'look') this.#sync.retry()
    if (asksForSign.includes(type)) this.#replica.setStatus(this.getSnapshot().status)
  }

  #heard(message: Message): void {
    if (message.type === 'wiped') this.stop()
    if (message.type === 'settled') this.#history.forget(idsOf(message.refused))
    if (message.type === 'live') {
      for (const listener of this.#live.get(message.name) ?? []) listener(message.message)
    }
    if (this.#leadership.held) this.#answer(message)
    else if (spokenByLeader.includes(message.type)) this.#leadership.heardSign()
  }
}

const spokenByLeader: Message['type'][] = ['settled', 'status', 'live']
const asksForSign: Message['type'][] = ['hello', 'look', 'queued']

const idsOf = (refused: View['refused']) =>
  new Set(refused.flatMap(({ operation, along }) => [operation.id, ...along.map(({ id }) => id)]))

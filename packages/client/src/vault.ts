import type { Completion } from '@doable/contracts/completion'
import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import type { Delta } from './delta.ts'
import { bucketOf, Disk, type Image, type RecordKind, removeDisk, type Writing } from './disk.ts'
import type { Meta } from './meta.ts'
import type { Entry } from './state.ts'
import type { Rows } from './view.ts'

const recordKinds = ['lists', 'sections', 'labels'] as const

/** The id of a completion begins with that of its task. */
const bucketOfCompletion = (id: string) => bucketOf(id.slice(0, 36))

/** What has changed since it was last written. */
type Due = {
  buckets: Set<number>
  completions: Set<number>
  records: Set<RecordKind>
  done: Set<string>
}
const nothingDue = (): Due => ({
  buckets: new Set(),
  completions: new Set(),
  records: new Set(),
  done: new Set(),
})
const union = (a: Due, b: Due): Due => ({
  buckets: new Set([...a.buckets, ...b.buckets]),
  completions: new Set([...a.completions, ...b.completions]),
  records: new Set([...a.records, ...b.records]),
  done: new Set([...a.done, ...b.done]),
})

/**
 * The disk as the store sees it: it never throws. When the browser cannot keep data (private window, full disk), `failed`
 * says so, work goes on in memory, and what could not be written goes along with the next writing that succeeds.
 */
export class Vault {
  readonly #name: string
  readonly #keepsImage: boolean
  #disk: Disk | undefined
  #failed = false
  #unsaved: Operation[] = []
  #due = nothingDue()
  #last: Promise<unknown> = Promise.resolve()
  #opening: Promise<void> | undefined
  #closed = false
  onFailed: () => void = () => {}

  /** Without `keepsImage` only the outbox survives a reload. */
  constructor(name: string, keepsImage: boolean) {
    this.#name = name
    this.#keepsImage = keepsImage
  }

  get failed(): boolean {
    return this.#failed
  }

  open(): Promise<Image | undefined> {
    const opening = Disk.open(this.#name).then((disk) => {
      this.#disk = disk
      this.#opening = undefined
      if (this.#closed) this.close()
    })
    this.#opening = opening.catch(() => undefined)
    return this.#trying(async () => {
      await opening
      return this.#opened().load()
    })
  }

  /** The image afresh; with `commit` only if another tab wrote it since. */
  reload(commit?: number): Promise<Image | undefined> {
    return this.#trying(async () => {
      const disk = this.#opened()
      return (await disk.commit()) === commit ? undefined : disk.load()
    })
  }

  /**
   * Queues operations on disk; answers them with their places, or without where that failed. The transaction begins before
   * this returns, so that the order of calls is the order in the outbox, and a page that closes now loses nothing.
   */
  async keep(operations: Operation[]): Promise<Entry[]> {
    const unsaved = this.#unsaved.splice(0).concat(operations)
    const kept = await this.#trying(async () => {
      const places = await this.#opened().enqueue(unsaved)
      return unsaved.map((operation, at) => ({ operation, seq: places[at] as number }))
    })
    if (!kept) this.#unsaved.unshift(...unsaved)
    return kept ?? operations.map((operation) => ({ operation }))
  }

  /** What any tab queued. */
  async outbox(): Promise<Entry[]> {
    return (await this.#trying(() => this.#opened().outbox())) ?? []
  }

  /** Remembers what the next `write` has to hold. */
  note({ put, gone }: Delta, done: string[]): void {
    const due = this.#due
    for (const { id } of put.tasks) due.buckets.add(bucketOf(id))
    for (const id of gone.tasks) due.buckets.add(bucketOf(id))
    for (const { id } of put.completions) due.completions.add(bucketOfCompletion(id))
    for (const id of gone.completions) due.completions.add(bucketOfCompletion(id))
    for (const kind of recordKinds) if (put[kind].length + gone[kind].length > 0) due.records.add(kind)
    for (const id of done) due.done.add(id)
    this.#unsaved = this.#unsaved.filter(({ id }) => !due.done.has(id))
  }

  /** Answers false when another tab has written a later image meanwhile; nothing was written then. */
  async write(rows: Rows, meta: Meta): Promise<boolean> {
    const written = await this.#trying(async () => {
      const due = this.#due
      this.#due = nothingDue()
      const image = imageOf(rows, this.#keepsImage ? due : nothingDue())
      const cursor = this.#keepsImage ? meta.cursor : undefined
      const writing = { ...image, done: [...due.done], meta: { ...meta, cursor } }
      try {
        return await this.#opened().write(writing, this.#keepsImage)
      } catch (error) {
        this.#due = union(due, this.#due)
        throw error
      }
    })
    return written ?? true
  }

  async dismiss(ids: string[]): Promise<void> {
    await this.#trying(() => this.#opened().dismiss(ids))
  }

  /** All that was asked for so far is written, or has failed. */
  settled(): Promise<unknown> {
    return this.#last
  }

  close(): void {
    this.#closed = true
    this.#disk?.close()
    this.#disk = undefined
  }

  async wipe(): Promise<void> {
    await this.#last
    this.close()
    await removeDisk(this.#name).catch(() => undefined)
  }

  #opened(): Disk {
    if (!this.#disk) throw new Error('There is no database')
    return this.#disk
  }

  async #trying<T>(work: () => Promise<T>): Promise<T | undefined> {
    const mine = this.#opening ? this.#opening.then(work) : attempt(work)
    const over = mine.then(
      () => this.#is(false),
      () => this.#is(true),
    )
    this.#last = Promise.all([this.#last, over])
    return mine.catch(() => undefined)
  }

  #is(failed: boolean): void {
    if (failed === this.#failed || this.#closed) return
    this.#failed = failed
    this.onFailed()
  }
}

/** Begins at once; what it throws, it throws later. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  return work()
}

function imageOf(
  rows: Rows,
  { buckets, completions, records }: Due,
): Pick<Writing, 'tasks' | 'completions' | 'records'> {
  const tasks = new Map<number, Task[]>([...buckets].map((bucket) => [bucket, []]))
  if (buckets.size > 0) for (const task of rows.tasks.values()) tasks.get(bucketOf(task.id))?.push(task)
  const done = new Map<number, Completion[]>([...completions].map((bucket) => [bucket, []]))
  if (completions.size > 0)
    for (const each of rows.completions.values()) done.get(bucketOfCompletion(each.id))?.push(each)
  return {
    tasks,
    completions: done,
    records: new Map([...records].map((kind) => [kind, [...rows[kind].values()]])),
  }
}

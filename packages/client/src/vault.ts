import type { Operation } from '@doable/contracts/sync'
import type { Delta } from './delta.ts'
import { bucketOf, Disk, type Image, removeDisk, type Writing } from './disk.ts'
import { type BucketKind, bucketKinds, type Rows, type WholeKind, wholeKinds } from './kinds.ts'
import type { Meta } from './meta.ts'
import type { Entry } from './state.ts'

/** What has changed since it was last written. */
type Due = { buckets: Record<BucketKind, Set<number>>; records: Set<WholeKind>; done: Set<string> }
const inBuckets = <T>(make: (kind: BucketKind) => T) =>
  Object.fromEntries(bucketKinds.map((kind) => [kind, make(kind)])) as Record<BucketKind, T>

const nothingDue = (): Due => ({
  buckets: inBuckets(() => new Set<number>()),
  records: new Set(),
  done: new Set(),
})
const union = (a: Due, b: Due): Due => ({
  buckets: inBuckets((kind) => new Set([...a.buckets[kind], ...b.buckets[kind]])),
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
   * this returns, so that the order of calls is the order in the outbox, and a page that closes after it loses nothing.
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
    for (const kind of bucketKinds) {
      for (const { id } of put[kind]) due.buckets[kind].add(bucketOf(id))
      for (const id of gone[kind]) due.buckets[kind].add(bucketOf(id))
    }
    for (const kind of wholeKinds) if (put[kind].length + gone[kind].length > 0) due.records.add(kind)
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

function imageOf(rows: Rows, { buckets, records }: Due): Pick<Writing, 'buckets' | 'records'> {
  return {
    buckets: inBuckets((kind) => bucketsOf(rows[kind], buckets[kind])),
    records: new Map([...records].map((kind) => [kind, [...rows[kind].values()]])),
  }
}

/** Those of the rows that are kept in these buckets. */
function bucketsOf(rows: ReadonlyMap<string, object>, due: Set<number>): Map<number, object[]> {
  const filled = new Map<number, object[]>([...due].map((bucket) => [bucket, []]))
  if (due.size > 0) for (const [id, row] of rows) filled.get(bucketOf(id))?.push(row)
  return filled
}

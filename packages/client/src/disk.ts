import type { Operation } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import { compareKeys } from '@doable/domain/ordering'
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import {
  type BucketKind,
  bucketKinds,
  type Kind,
  noRows,
  type RowOf,
  type Rows,
  type WholeKind,
  wholeKinds,
} from './kinds.ts'
import { type Meta, noMeta, without } from './meta.ts'
import type { Entry } from './state.ts'

/** Raise it when rows change their form: the image is then fetched anew, the outbox stays. */
export const format = 4
/** 10,000 single records take IndexedDB seconds to write; 64 records of 160 tasks each take 50 ms, and an edit rewrites one. */
export const buckets = 64
/** Ids are UUIDs of version 7, whose last digits are random; some go on after that with what makes them their task's. */
export const bucketOf = (id: string): number => Number.parseInt(id.slice(32, 36), 16) % buckets

export type Image = { rows: Rows; queue: Entry[]; meta: Meta }
export type Writing = {
  buckets: Record<BucketKind, Map<number, object[]>>
  records: Map<WholeKind, object[]>
  /** Ids of operations that leave the outbox. */
  done: string[]
  meta: Meta
}

type Schema = DBSchema & { [K in BucketKind]: { key: number; value: RowOf[K][] } } & {
  records: { key: string; value: object[] }
  outbox: { key: number; value: Operation; indexes: { id: string } }
  meta: { key: string; value: Meta }
}
const image = [...bucketKinds, 'records', 'meta'] as const
const stores = [...image, 'outbox'] as const

/** Longest wait for a database to open: one that a blocked upgrade or a browser's fault keeps shut counts as unavailable. */
const patience = 5000

/** A person's data in this browser. Every method rejects when the browser cannot keep data. */
export class Disk {
  readonly #db: IDBPDatabase<Schema>
  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db
  }

  static async open(name: string, version = format): Promise<Disk> {
    const opening = openDB<Schema>(name, version, {
      upgrade(db, oldVersion) {
        for (const store of image) {
          if (db.objectStoreNames.contains(store)) db.deleteObjectStore(store)
          db.createObjectStore(store)
        }
        if (oldVersion === 0) db.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id')
      },
      // Another tab runs newer code or signs out: it must not have to wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The database does not open')), patience)
    })
    return new Disk(await Promise.race([opening, late]).finally(() => clearTimeout(timer)))
  }

  async load(): Promise<Image> {
    const tx = this.#db.transaction(stores)
    const rows = noRows()
    const fill = (kind: Kind, all: object[] = []) => {
      // Kept in their order, they are sorted in one look whenever a page asks.
      const ordered = kind === 'tasks' ? (all as Task[]).sort(compareKeys) : (all as { id: string }[])
      for (const row of ordered) rows[kind].set(row.id, row as never)
    }
    const [meta, queue] = await Promise.all([
      tx.objectStore('meta').get('meta'),
      readOutbox(tx.objectStore('outbox')),
      ...bucketKinds.map(async (kind) => fill(kind, (await tx.objectStore(kind).getAll()).flat())),
      ...wholeKinds.map(async (kind) => fill(kind, await tx.objectStore('records').get(kind))),
    ])
    return { rows, queue, meta: meta ?? noMeta() }
  }

  outbox(): Promise<Entry[]> {
    return readOutbox(this.#db.transaction('outbox').store)
  }

  async commit(): Promise<number> {
    return (await this.#db.get('meta', 'meta'))?.commit ?? 0
  }

  /** Queues operations, all or none; answers their places. */
  async enqueue(operations: Operation[]): Promise<number[]> {
    // Strict: what a person did must outlive a power cut, and nobody waits for this.
    const tx = this.#db.transaction('outbox', 'readwrite', { durability: 'strict' })
    const [places] = await Promise.all([
      Promise.all(operations.map((operation) => tx.store.add(operation))),
      tx.done,
    ])
    return places
  }

  /**
   * Writes the image and takes judged operations out of the outbox, in one transaction. With `ordered` nothing is written
   * over a later commit: a tab that was frozen while it led may wake up with an old image. Answers whether it was written.
   */
  async write({ buckets, records, done, meta }: Writing, ordered: boolean): Promise<boolean> {
    const tx = this.#db.transaction(stores, 'readwrite')
    const last = (await tx.objectStore('meta').get('meta'))?.commit ?? 0
    if (ordered && last >= meta.commit) return false
    const outbox = tx.objectStore('outbox')
    const work: Promise<unknown>[] = [tx.objectStore('meta').put(meta, 'meta')]
    for (const kind of bucketKinds)
      for (const [bucket, rows] of buckets[kind]) work.push(tx.objectStore(kind).put(rows as never, bucket))
    for (const [kind, rows] of records) work.push(tx.objectStore('records').put(rows, kind))
    for (const id of done) {
      const remove = async (key: number) => outbox.delete(key)
      work.push(
        outbox
          .index('id')
          .getAllKeys(id)
          .then((keys) => Promise.all(keys.map(remove))),
      )
    }
    await Promise.all([...work, tx.done])
    return true
  }

  /** Takes refusals off the list of those still to be told. */
  async dismiss(ids: string[]): Promise<void> {
    const tx = this.#db.transaction('meta', 'readwrite')
    const meta = await tx.store.get('meta')
    if (meta) await tx.store.put(without(meta, ids), 'meta')
    await tx.done
  }

  close(): void {
    this.#db.close()
  }
}

export const removeDisk = (name: string): Promise<void> => deleteDB(name)

type Outbox = {
  getAll(): Promise<Operation[]>
  getAllKeys(): Promise<number[]>
}
async function readOutbox(store: Outbox): Promise<Entry[]> {
  const [operations, places] = await Promise.all([store.getAll(), store.getAllKeys()])
  return operations.map((operation, at) => ({ operation, seq: places[at] as number }))
}

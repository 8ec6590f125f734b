import type { Task } from '@doable/contracts/task'
import { byKind, type Kind, kinds, type RowOf, type Rows } from './kinds.ts'

/**
 * Which tasks have ever been below which, so that a subtree costs its own size and not that of everything. It may name
 * too many: whoever reads it looks at the task itself.
 */
export class Children {
  readonly #below = new Map<string, Set<string>>()

  note(task: Task): void {
    if (task.parentId === null) return
    const known = this.#below.get(task.parentId)
    if (known) known.add(task.id)
    else this.#below.set(task.parentId, new Set([task.id]))
  }

  of(id: string): Iterable<string> {
    return this.#below.get(id) ?? []
  }
}

export type Ids = { [K in Kind]: Set<string> }
export const noIds = (): Ids => byKind<Ids>(() => new Set())

const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => same(a[key as never], b[key as never]))
}

type Written = { [K in Kind]: Map<string, RowOf[K] | undefined> }

/** Changes to rows that are seen by further changes, and become new maps in one step at the end. */
export class Draft {
  readonly #base: Rows
  readonly #children: Children
  readonly #written = byKind<Written>(() => new Map())
  #touched = noIds()

  constructor(base: Rows, children: Children) {
    this.#base = base
    this.#children = children
  }

  get<K extends Kind>(kind: K, id: string): RowOf[K] | undefined {
    const written = this.#written[kind] as Map<string, RowOf[K] | undefined>
    return written.has(id) ? written.get(id) : (this.#base[kind] as Map<string, RowOf[K]>).get(id)
  }

  /** `undefined` takes the row away. */
  set<K extends Kind>(kind: K, id: string, row: RowOf[K] | undefined): void {
    const written = this.#written[kind] as Map<string, RowOf[K] | undefined>
    written.set(id, row)
    this.#touched[kind].add(id)
    if (kind === 'tasks' && row) this.#children.note(row as unknown as Task)
  }

  *all<K extends Kind>(kind: K): Iterable<RowOf[K]> {
    const written = this.#written[kind] as Map<string, RowOf[K] | undefined>
    for (const [id, row] of this.#base[kind] as Map<string, RowOf[K]>) if (!written.has(id)) yield row
    for (const row of written.values()) if (row) yield row
  }

  /** Every task below this one, however deep. */
  subtree(id: string): Task[] {
    const found = new Map<string, Task>()
    const look = (above: string) => {
      for (const childId of this.#children.of(above)) {
        const child = this.get('tasks', childId)
        if (child?.parentId !== above || childId === id || found.has(childId)) continue
        found.set(childId, child)
        look(childId)
      }
    }
    look(id)
    return [...found.values()]
  }

  /** The parent, its parent and so on up to the root. */
  ancestors(task: Task): Task[] {
    const found = new Map<string, Task>()
    for (let id = task.parentId; id !== null; ) {
      const parent = this.get('tasks', id)
      if (!parent || parent.id === task.id || found.has(id)) break
      found.set(id, parent)
      id = parent.parentId
    }
    return [...found.values()]
  }

  /** Which ids were written since it was last asked, whether or not they differ now. */
  touched(): Ids {
    const touched = this.#touched
    this.#touched = noIds()
    return touched
  }

  /** The rows as they are now: the same objects and maps wherever nothing differs. */
  finish(): Rows {
    const rows = { ...this.#base }
    for (const kind of kinds) Object.assign(rows, { [kind]: this.#merged(kind) })
    return rows
  }

  #merged(kind: Kind): Map<string, unknown> {
    const base = this.#base[kind] as Map<string, unknown>
    const differing = [...this.#written[kind]].filter(([id, row]) => !same(base.get(id), row))
    if (differing.length === 0) return base
    const merged = new Map(base)
    for (const [id, row] of differing) {
      if (row === undefined) merged.delete(id)
      else merged.set(id, row)
    }
    return merged
  }
}

import type { Delta } from './delta.ts'
import { type Ids, noIds } from './draft.ts'
import { kinds, type Rows } from './kinds.ts'

/**
 * Reading everything from the server, page by page. What was known before and no page mentions is gone: the server may
 * have been restored from a backup, or this browser have been away for longer than deletions are remembered.
 */
export class Walk {
  readonly #unseen: Ids = noIds()
  cursor: string | undefined

  constructor(known: Rows) {
    for (const kind of kinds) for (const id of known[kind].keys()) this.#unseen[kind].add(id)
  }

  see({ put }: Delta): void {
    for (const kind of kinds) for (const { id } of put[kind]) this.#unseen[kind].delete(id)
  }

  /** The last page with what turned out to be gone. */
  finish({ put, gone }: Delta): Delta {
    const all = { ...gone }
    for (const kind of kinds) all[kind] = [...gone[kind], ...this.#unseen[kind]]
    return { put, gone: all }
  }
}

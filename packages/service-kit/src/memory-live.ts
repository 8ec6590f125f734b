import type { Listener, Live } from './live.ts'

/** The listeners of this process. */
export class MemoryLive implements Live {
  readonly #listeners = new Map<string, Set<Listener>>()

  publish(personIds: Iterable<string>, message: unknown): void {
    for (const id of new Set(personIds)) for (const one of this.#listeners.get(id) ?? []) one.hear(message)
  }

  subscribe(personId: string, listener: Listener): () => void {
    const all = this.#listeners.get(personId) ?? new Set()
    this.#listeners.set(personId, all.add(listener))
    return () => {
      all.delete(listener)
      if (all.size === 0 && this.#listeners.get(personId) === all) this.#listeners.delete(personId)
    }
  }

  count(personId?: string): number {
    if (personId) return this.#listeners.get(personId)?.size ?? 0
    return [...this.#listeners.values()].reduce((sum, all) => sum + all.size, 0)
  }

  /** Tells everybody that something may have been missed. */
  missed(): void {
    for (const all of [...this.#listeners.values()]) for (const one of [...all]) one.missed?.()
  }

  close(): void {
    this.#listeners.clear()
  }
}

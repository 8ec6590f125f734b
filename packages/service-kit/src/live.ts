type Listener = (message: unknown) => void

/** Tells open clients at once; what is missed here they learn from their next pull, so nothing is kept. */
export class Live {
  readonly #listeners = new Map<string, Set<Listener>>()

  /** @param message anything JSON can hold */
  publish(personIds: Iterable<string>, message: unknown): void {
    for (const id of new Set(personIds)) for (const listen of this.#listeners.get(id) ?? []) listen(message)
  }

  /** Answers the function that ends it. */
  subscribe(personId: string, listen: Listener): () => void {
    const all = this.#listeners.get(personId) ?? new Set()
    this.#listeners.set(personId, all.add(listen))
    return () => {
      all.delete(listen)
      if (all.size === 0 && this.#listeners.get(personId) === all) this.#listeners.delete(personId)
    }
  }

  /** How many listen, of one person or of all. */
  count(personId?: string): number {
    if (personId) return this.#listeners.get(personId)?.size ?? 0
    return [...this.#listeners.values()].reduce((sum, all) => sum + all.size, 0)
  }
}

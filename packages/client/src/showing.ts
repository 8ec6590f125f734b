import type { View } from './view.ts'

/** The present view, and who wants to know when it is another. */
export class Showing {
  readonly #listeners = new Set<() => void>()
  #view: View

  constructor(view: View) {
    this.#view = view
  }

  get view(): View {
    return this.#view
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A view in which nothing differs is not shown. */
  show(next: View): void {
    const parts = Object.keys(next) as (keyof View)[]
    if (parts.every((part) => next[part] === this.#view[part])) return
    this.#view = next
    for (const listener of [...this.#listeners]) listener()
  }
}

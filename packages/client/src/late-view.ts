import { useRef, useSyncExternalStore } from 'react'
import { afterPaint } from './after-paint.ts'
import { useStore } from './react.ts'
import type { Store } from './store.ts'
import type { View } from './view.ts'

/** The view as it was when the screen was last drawn. */
class Late {
  readonly #store: Store
  readonly #listeners = new Set<() => void>()
  #view: View
  #due = false
  #unsubscribe: (() => void) | undefined

  constructor(store: Store) {
    this.#store = store
    this.#view = store.getSnapshot()
  }

  getSnapshot = (): View => this.#view

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (!this.#unsubscribe) {
      this.#unsubscribe = this.#store.subscribe(() => this.#plan())
      this.#plan()
    }
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#unsubscribe?.()
      this.#unsubscribe = undefined
    }
  }

  #plan(): void {
    if (this.#due || this.#view === this.#store.getSnapshot()) return
    this.#due = true
    afterPaint(() => {
      this.#due = false
      this.#view = this.#store.getSnapshot()
      for (const listener of [...this.#listeners]) listener()
    })
  }
}

const known = new WeakMap<Store, Late>()
function lateOf(store: Store): Late {
  const late = known.get(store) ?? new Late(store)
  known.set(store, late)
  return late
}

type Known<T> = { view: View; parts: readonly unknown[]; value: T }

/**
 * The same as `useView`, a frame later: for figures beside the page, which what a person does need not wait for. `parts` are
 * what `select` goes by apart from the view, as for an effect: while they stay, nothing is worked out between two frames.
 */
export function useLateView<T>(select: (view: View) => T, parts: readonly unknown[]): T {
  const late = lateOf(useStore())
  const last = useRef<Known<T>>(null)
  return useSyncExternalStore(late.subscribe, () => {
    const view = late.getSnapshot()
    const known = last.current
    if (known?.view === view && known.parts.every((part, at) => part === parts[at])) return known.value
    const value = select(view)
    last.current = { view, parts, value }
    return value
  })
}

import type { TaskSort } from '@doable/contracts/task-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { Layout } from './layouts.ts'

export type ViewOptions = {
  sort: TaskSort
  layout: Layout
  calendar: 'month' | 'week'
  /** Shows completed tasks too. */
  completed: boolean
}
const key = 'doable-views'
type Saved = Record<string, Partial<ViewOptions>>

function remembered(): Saved {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return saved && typeof saved === 'object' ? (saved as Saved) : {}
  } catch {
    return {}
  }
}

let saved = remembered()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function save(page: string, change: Partial<ViewOptions>) {
  saved = { ...saved, [page]: { ...saved[page], ...change } }
  localStorage.setItem(key, JSON.stringify(saved))
  for (const listener of listeners) listener()
}

/** How a page is sorted and laid out, remembered on this device. `page` names it: `today`, `list <id>`. */
export function useViewOptions(
  page: string,
  initial: Partial<ViewOptions> = {},
): [ViewOptions, (change: Partial<ViewOptions>) => void] {
  const own = useSyncExternalStore(subscribe, () => saved[page])
  const { sort = 'smart', layout = 'list', calendar = 'month', completed = false } = { ...initial, ...own }
  const options = useMemo(() => ({ sort, layout, calendar, completed }), [sort, layout, calendar, completed])
  return [options, (change) => save(page, change)]
}

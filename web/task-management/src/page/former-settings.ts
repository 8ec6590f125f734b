import { useStore, useView } from '@doable/client/react'
import type { Store } from '@doable/client/store'
import type { ViewPatch } from '@doable/contracts/view'
import { useEffect } from 'react'

/** Where settings of pages were kept before they were a person's own on all devices. */
const key = 'doable-views'
const layouts = ['list', 'board']
const sorts = ['smart', 'priority', 'date', 'order', 'title', 'created']

/** The settings among what was kept; anything else that may stand there is left out. */
function settingsFrom(kept: unknown): ViewPatch {
  const { layout, sort, completed } = (kept ?? {}) as Record<string, unknown>
  return {
    ...(layouts.includes(layout as string) && layout !== 'list' && { layout: layout as 'board' }),
    ...(sorts.includes(sort as string) && { sort: sort as 'smart' }),
    ...(completed === true && { completed }),
  }
}

/** Takes over what this browser kept of pages that have no settings yet, once. */
export function takeOverFormerSettings(store: Store): void {
  const kept = localStorage.getItem(key)
  if (kept === null) return
  localStorage.removeItem(key)
  try {
    const known = store.getSnapshot().views
    for (const [page, former] of Object.entries(JSON.parse(kept) as object)) {
      const settings = settingsFrom(former)
      if (Object.keys(settings).length > 0 && !known.has(page)) store.setView(page, settings)
    }
  } catch {
    // What cannot be read is not worth more.
  }
}

/** Does so as soon as it is known which settings there are already. */
export function useFormerSettings(): void {
  const store = useStore()
  const loaded = useView((view) => view.loaded)
  useEffect(() => {
    if (loaded) takeOverFormerSettings(store)
  }, [store, loaded])
}

import { useStore, useView } from '@doable/client/react'
import { settingsOf } from '@doable/client/view-selectors'
import type { ViewPatch, ViewSettings } from '@doable/contracts/view'
import { useMemo } from 'react'

/** How a page is looked at: what its person has chosen, and for the rest how it is by itself. */
export type ViewOptions = Required<Omit<ViewSettings, 'columns' | 'widths'>> &
  Pick<ViewSettings, 'columns' | 'widths'> & {
    /** Anything is otherwise than the page is by itself. */
    changed: boolean
  }
type Initial = Partial<Omit<ViewOptions, 'changed'>>
/** What is not named stays; null alone makes everything as it is by itself. */
export type SetOptions = (change: ViewPatch | null) => void

const plain = {
  layout: 'list',
  sort: 'smart',
  descending: false,
  groupBy: 'none',
  completed: false,
  calendar: 'month',
} as const satisfies Initial

/** What is as the page is by itself anyway is not kept. */
const withoutDefaults = (change: ViewPatch, defaults: Initial): ViewPatch =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      value === defaults[name as keyof Initial] ? null : value,
    ]),
  )

/** How a page is sorted, grouped and laid out, on all devices of its person. `page` names it: `today`, `list <id>`. */
export function useViewOptions(page: string, initial: Initial = {}): [ViewOptions, SetOptions] {
  const store = useStore()
  const settings = useView((view) => settingsOf(view, page))
  const { sort = plain.sort, groupBy = plain.groupBy } = initial
  const options = useMemo(
    (): ViewOptions => ({
      ...plain,
      sort,
      groupBy,
      ...settings,
      changed: Object.keys(settings).length > 0,
    }),
    [settings, sort, groupBy],
  )
  const set: SetOptions = (change) => {
    const cleared = Object.fromEntries(Object.keys(settings).map((name) => [name, null]))
    const patch = change ? withoutDefaults(change, { ...plain, ...initial }) : cleared
    if (Object.keys(patch).length > 0) store.setView(page, patch)
  }
  return [options, set]
}

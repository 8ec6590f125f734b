import './words.ts'
import { panesOf } from '@doable/client/filter-selectors'
import { useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { plural } from '@lingui/core/macro'
import { useMemo, useRef } from 'react'
import { flatGroups } from '../grouping/flat-groups.ts'
import { useWorld } from '../grouping/use-world.ts'
import type { Group } from '../lines/group.ts'
import { allLayouts, mixedGroupings } from '../page/layouts.ts'
import type { PageModel } from '../page/model.ts'
import { useViewOptions } from '../page/view-options.ts'
import { useSorted } from '../views/use-sorted.ts'
import { paneGroups } from './pane-groups.ts'
import { paneTexts } from './pane-texts.ts'
import { useAsking } from './use-asking.ts'
import { useReadQuery } from './use-read-query.ts'
import { useStarts } from './use-starts.ts'

const none: readonly (readonly Task[])[] = []

/** The tasks of a query as a page shows them. While its text is none, those of the last one that was, at first of `before`. */
export function useQueryModel(key: string, text: string, before: string) {
  const asking = useAsking()
  const good = useRef(before)
  if (useReadQuery(text).query) good.current = text
  const shown = good.current
  const { marks, query } = useReadQuery(shown)
  const starts = useStarts(query, asking)
  const panes = useView((view) => panesOf(view, shown, asking)) ?? none
  const [options, setOptions] = useViewOptions(key)
  const { sort, descending, groupBy } = options
  const all = useMemo(() => (panes.length === 1 ? (panes[0] ?? []) : [...new Set(panes.flat())]), [panes])
  const sorted = useSorted(all, sort, asking.now, descending)
  const world = useWorld()
  const several = panes.length > 1
  const groups = useMemo((): Group[] => {
    if (several) return paneGroups(key, sorted, panes, paneTexts(shown, marks), starts)
    return flatGroups({ open: sorted, groupBy, world, base: { key, add: starts[0] } })
  }, [several, key, sorted, panes, shown, marks, starts, groupBy, world])
  return {
    key,
    groups,
    ...(!several && starts[0] && { start: starts[0] }),
    options,
    setOptions,
    aside: panes === none ? '' : plural(all.length, { one: '# task', other: '# tasks' }),
    showList: true,
    sortable: true,
    // Without a query there are no groups to lay out, only what is said about that.
    layouts: panes === none ? ['list'] : allLayouts,
    // The panes of a query are its groups.
    ...(!several && { groupings: mixedGroupings }),
  } satisfies Partial<PageModel>
}

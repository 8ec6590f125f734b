import { useView } from '@doable/client/react'
import { openTasks, upcomingTasks } from '@doable/client/selectors'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { flatGroups } from '../grouping/flat-groups.ts'
import { useWorld } from '../grouping/use-world.ts'
import { allLayouts, mixedGroupings } from '../page/layouts.ts'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useViewOptions } from '../page/view-options.ts'
import { upcomingGroups } from './day-groups.ts'
import { useSorted } from './use-sorted.ts'

/** How Upcoming is by itself: day by day. */
const own = { sort: 'date', groupBy: 'date' } as const

/** The coming days, one after the other; tasks can be dragged from day to day. */
export function UpcomingPage() {
  const { t } = useLingui()
  const now = useDay()
  const [options, setOptions] = useViewOptions('upcoming', own)
  const { groupBy, layout } = options
  const world = useWorld()
  // A calendar has days before today too, and what is late stands on them.
  const isCalendar = layout === 'calendar'
  const tasks = useView((view) => (isCalendar ? openTasks(view) : upcomingTasks(view, now)))
  const sorted = useSorted(tasks, options.sort, now, options.descending)
  const groups = useMemo(() => {
    if (isCalendar) return [{ id: 'upcoming', tasks: sorted, add: {} }]
    if (groupBy === 'date') return upcomingGroups(sorted, now)
    return flatGroups({ open: sorted, groupBy, world, base: { key: 'upcoming' } })
  }, [sorted, now, groupBy, world, isCalendar])
  const model: PageModel = {
    key: 'upcoming',
    title: t`Upcoming`,
    groups,
    options,
    setOptions,
    showList: true,
    layouts: allLayouts,
    groupings: ['date', ...mixedGroupings.filter((each) => each !== 'date')],
    sortable: true,
    empty: null,
  }
  return <TaskPage model={model} />
}

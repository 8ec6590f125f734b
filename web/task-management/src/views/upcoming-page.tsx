import { useView } from '@doable/client/react'
import { upcomingTasks } from '@doable/client/selectors'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { allLayouts } from '../page/layouts.ts'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useViewOptions } from '../page/view-options.ts'
import { upcomingGroups } from './day-groups.ts'
import { useSorted } from './use-sorted.ts'

/** The coming days, one after the other; tasks can be dragged from day to day. */
export function UpcomingPage() {
  const { t } = useLingui()
  const now = useDay()
  const [options, setOptions] = useViewOptions('upcoming', { sort: 'date' })
  const tasks = useView((view) => upcomingTasks(view, now))
  const sorted = useSorted(tasks, options.sort, now)
  const groups = useMemo(() => upcomingGroups(sorted, now), [sorted, now])
  const model: PageModel = {
    key: 'upcoming',
    title: t`Upcoming`,
    groups,
    options,
    setOptions,
    showList: true,
    layouts: allLayouts,
    sortable: true,
    empty: null,
  }
  return <TaskPage model={model} />
}

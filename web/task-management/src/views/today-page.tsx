import { completedOn } from '@doable/client/day-selectors'
import { useView } from '@doable/client/react'
import { dueTasks } from '@doable/client/selectors'
import type { Task } from '@doable/contracts/task'
import { EmptyState } from '@doable/ui/empty-state'
import { day } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { flatGroups, withCompleted } from '../grouping/flat-groups.ts'
import { useWorld } from '../grouping/use-world.ts'
import { mixedGroupings } from '../page/layouts.ts'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useViewOptions } from '../page/view-options.ts'
import { todayGroups } from './day-groups.ts'
import { PressQ } from './press-q.tsx'
import { useSorted } from './use-sorted.ts'

const none: readonly Task[] = []
/** How Today is by itself: what is late apart from the rest. */
const own = { groupBy: 'date' } as const

/** What is late and what is due today, of all lists. */
export function TodayPage() {
  const { t } = useLingui()
  const now = useDay()
  const [options, setOptions] = useViewOptions('today', own)
  const { groupBy } = options
  const world = useWorld()
  const done = useView((view) => (options.completed ? completedOn(view, now) : none))
  const tasks = useView((view) => dueTasks(view, now))
  const sorted = useSorted(tasks, options.sort, now, options.descending)
  const groups = useMemo(() => {
    const base = { key: 'today', add: { dueOn: now.day } }
    if (groupBy === 'date') return withCompleted(todayGroups(sorted, now), 'today', done)
    return flatGroups({ open: sorted, completed: done, groupBy, world, base })
  }, [sorted, now, groupBy, world, done])
  const model: PageModel = {
    key: 'today',
    title: t`Today`,
    aside: day(now.day),
    groups,
    options,
    setOptions,
    showList: true,
    layouts: ['list', 'board', 'table'],
    groupings: ['date', ...mixedGroupings.filter((each) => each !== 'date')],
    completable: true,
    sortable: true,
    empty: (
      <EmptyState>
        {t`Nothing due today.`} <PressQ />
      </EmptyState>
    ),
  }
  return <TaskPage model={model} />
}

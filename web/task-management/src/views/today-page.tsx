import { useView } from '@doable/client/react'
import { dueTasks } from '@doable/client/selectors'
import { EmptyState } from '@doable/ui/empty-state'
import { day } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useViewOptions } from '../page/view-options.ts'
import { todayGroups } from './day-groups.ts'
import { PressQ } from './press-q.tsx'
import { useSorted } from './use-sorted.ts'

/** What is late and what is due today, of all lists. */
export function TodayPage() {
  const { t } = useLingui()
  const now = useDay()
  const [options, setOptions] = useViewOptions('today')
  const tasks = useView((view) => dueTasks(view, now))
  const sorted = useSorted(tasks, options.sort, now)
  const groups = useMemo(() => todayGroups(sorted, now), [sorted, now])
  const model: PageModel = {
    key: 'today',
    title: t`Today`,
    aside: day(now.day),
    groups,
    options,
    setOptions,
    showList: true,
    layouts: ['list', 'board', 'table'],
    sortable: true,
    empty: (
      <EmptyState>
        {t`Nothing due today.`} <PressQ />
      </EmptyState>
    ),
  }
  return <TaskPage model={model} />
}

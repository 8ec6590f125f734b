import { useView } from '@doable/client/react'
import { todayTasks } from '@doable/client/selectors'
import { EmptyState } from '@doable/ui/empty-state'
import { currentReader, day } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useViewOptions } from '../page/view-options.ts'
import { todayGroups } from './day-groups.ts'
import { PressQ } from './press-q.tsx'

/** What is late and what is due today, of all lists. */
export function TodayPage() {
  const { t } = useLingui()
  const now = useDay()
  const [options, setOptions] = useViewOptions('today')
  const tasks = useView((view) => todayTasks(view, now))
  const locale = currentReader().language
  const groups = useMemo(
    () => todayGroups(tasks, options.sort, now, locale),
    [tasks, options.sort, now, locale],
  )
  const model: PageModel = {
    key: 'today',
    title: t`Today`,
    aside: day(now.day),
    groups,
    options,
    setOptions,
    showList: true,
    sortable: true,
    empty: (
      <EmptyState>
        {t`Nothing due today.`} <PressQ />
      </EmptyState>
    ),
  }
  return <TaskPage model={model} />
}

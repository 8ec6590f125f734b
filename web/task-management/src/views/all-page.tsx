import { matchingTasks } from '@doable/client/filter-selectors'
import { useView } from '@doable/client/react'
import { showsCompleted } from '@doable/domain/task-filter'
import { readTaskFilter } from '@doable/domain/task-link'
import { EmptyState } from '@doable/ui/empty-state'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { allLayouts } from '../page/layouts.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useDay } from '../page/use-time.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useFlatModel } from './use-flat-model.ts'

/** The tasks that a filter in the address shows: where the figures of the overview lead to. */
export function AllPage() {
  const { t } = useLingui()
  const [params] = useSearchParams()
  const query = params.toString()
  const filter = useMemo(() => readTaskFilter(new URLSearchParams(query)), [query])
  const now = useDay()
  const tasks = useView((view) => matchingTasks(view, filter, now))
  const words = useFilterWords(filter)
  const key = showsCompleted(filter) ? 'all completed' : 'all'
  const parts = useFlatModel(key, tasks)
  return (
    <TaskPage
      model={{
        ...parts,
        title: words,
        aside: plural(tasks.length, { one: '# task', other: '# tasks' }),
        layouts: allLayouts,
        sortable: true,
        empty: <EmptyState>{t`No task is like that.`}</EmptyState>,
      }}
    />
  )
}

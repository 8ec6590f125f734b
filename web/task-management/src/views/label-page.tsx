import { useView } from '@doable/client/react'
import { completedTasks, openTasksByLabel } from '@doable/client/selectors'
import { EmptyState } from '@doable/ui/empty-state'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { LabelActions } from '../labels/label-actions.tsx'
import { allLayouts } from '../page/layouts.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useViewOptions } from '../page/view-options.ts'
import { PressQ } from './press-q.tsx'
import { useFlatModel } from './use-flat-model.ts'

/** All tasks with a word on them, of all lists. */
export function LabelPage() {
  const { t } = useLingui()
  const { name = '' } = useParams()
  const key = `label ${name.toLowerCase()}`
  const [{ completed }] = useViewOptions(key)
  const open = useView((view) => openTasksByLabel(view, name))
  const all = useView(completedTasks)
  const done = useMemo(() => {
    const has = (label: string) => label.toLowerCase() === name.toLowerCase()
    return completed ? all.filter(({ labels }) => labels.some(has)) : []
  }, [all, completed, name])
  const parts = useFlatModel(key, open, { add: { labels: [name] }, completed: done })
  const empty = (
    <EmptyState>
      {t`No open task has this label.`} <PressQ />
    </EmptyState>
  )
  return (
    <TaskPage
      model={{
        ...parts,
        title: `@${name}`,
        layouts: allLayouts,
        sortable: true,
        completable: true,
        actions: <LabelActions name={name} />,
        empty,
      }}
    />
  )
}

import { useView } from '@doable/client/react'
import { searchTasks } from '@doable/client/selectors'
import type { Task } from '@doable/contracts/task'
import { EmptyState } from '@doable/ui/empty-state'
import { TextField } from '@doable/ui/text-field'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useDeferredValue, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useViewOptions } from '../page/view-options.ts'
import css from './views.module.css'

/** What is found, the best places first, completed tasks after the open ones. */
function useFound(words: string) {
  const [options, setOptions] = useViewOptions('search')
  const found = useView((view) => searchTasks(view, words, { completed: options.completed }))
  const groups = useMemo(() => {
    const isOpen = (task: Task) => task.completedAt === null
    const open = { id: 'search', tasks: found.filter(isOpen) }
    const done = found.filter((task) => !isOpen(task))
    if (done.length === 0) return [open]
    return [open, { id: 'completed search', heading: { kind: 'completed' as const }, tasks: done }]
  }, [found])
  return { found, groups, options, setOptions }
}

/** Searches titles and notes as one types. The words are part of the address. */
export function SearchPage() {
  const { t } = useLingui()
  const [params, setParams] = useSearchParams()
  const words = params.get('q') ?? ''
  const { found, ...parts } = useFound(useDeferredValue(words))
  const search = (next: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (next) after.set('q', next)
        else after.delete('q')
        return after
      },
      { replace: true },
    )
  const toResults = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    event.currentTarget
      .closest('[data-page]')
      ?.querySelector<HTMLElement>('[data-title][tabindex="0"]')
      ?.focus()
  }
  const model: PageModel = {
    ...parts,
    key: 'search',
    title: t`Search`,
    aside: words && plural(found.length, { one: '# task', other: '# tasks' }),
    showList: true,
    completable: true,
    above: (
      <div className={css.search}>
        <TextField
          autoFocus
          hideLabel
          type="search"
          label={t`Search in titles and notes`}
          placeholder={t`Search in titles and notes`}
          dir="auto"
          value={words}
          onChange={search}
          onKeyDown={toResults}
        />
      </div>
    ),
    empty: (
      <EmptyState>{words ? t`Nothing found for “${words}”.` : t`Type what you are looking for.`}</EmptyState>
    ),
  }
  return <TaskPage model={model} />
}

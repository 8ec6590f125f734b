import { useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { EmptyState } from '@doable/ui/empty-state'
import { TextField } from '@doable/ui/text-field'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, startTransition, useMemo, useState } from 'react'
import { arriving } from '../page/arriving.ts'
import type { PageModel } from '../page/model.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useAddressWords } from '../page/use-address-words.ts'
import { useViewOptions } from '../page/view-options.ts'
import css from './views.module.css'

const useSearch = arriving(async () => (await import('@doable/client/search-selectors')).searchTasks)
const none: readonly Task[] = []

/** What is found, the best places first, completed tasks after the open ones. */
function useFound(words: string) {
  const [options, setOptions] = useViewOptions('search')
  const search = useSearch()
  const found = useView((view) => search?.(view, words, { completed: options.completed }) ?? none)
  const groups = useMemo(() => {
    const isOpen = (task: Task) => task.completedAt === null
    const open = { id: 'search', tasks: found.filter(isOpen) }
    const done = found.filter((task) => !isOpen(task))
    if (done.length === 0) return [open]
    return [open, { id: 'completed search', heading: { kind: 'completed' as const }, tasks: done }]
  }, [found])
  return { searched: search !== undefined, found, groups, options, setOptions }
}

function toResults(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
  event.preventDefault()
  event.currentTarget
    .closest('[data-page]')
    ?.querySelector<HTMLElement>('[data-title][tabindex="0"]')
    ?.focus()
}

/** Shows each letter at once; what is found for it comes when it is ready (`onWords` is a transition). */
function SearchField({ words, onWords }: { words: string; onWords(words: string): void }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(words)
  const type = (next: string) => {
    setTyped(next)
    startTransition(() => onWords(next))
  }
  return (
    <div className={css.search}>
      <TextField
        autoFocus
        hideLabel
        type="search"
        label={t`Search in titles, notes and comments`}
        placeholder={t`Search in titles, notes and comments`}
        dir="auto"
        value={typed}
        onChange={type}
        onKeyDown={toResults}
      />
    </div>
  )
}

/** Searches titles, notes and comments as one types. The words are part of the address. */
export function SearchPage() {
  const { t } = useLingui()
  const { words, setWords, adopted } = useAddressWords('q')
  const { searched, found, ...parts } = useFound(words)
  const model: PageModel = {
    ...parts,
    key: 'search',
    title: t`Search`,
    aside: words && searched ? plural(found.length, { one: '# task', other: '# tasks' }) : '',
    showList: true,
    layouts: ['list', 'table'],
    completable: true,
    above: <SearchField key={adopted} words={words} onWords={setWords} />,
    empty: searched && (
      <EmptyState>{words ? t`Nothing found for “${words}”.` : t`Type what you are looking for.`}</EmptyState>
    ),
  }
  return <TaskPage model={model} />
}

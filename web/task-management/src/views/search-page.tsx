import { useView } from '@doable/client/react'
import { searchTasks } from '@doable/client/search-selectors'
import type { Task } from '@doable/contracts/task'
import { EmptyState } from '@doable/ui/empty-state'
import { TextField } from '@doable/ui/text-field'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, startTransition, useEffect, useMemo, useReducer, useRef, useState } from 'react'
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

/** How long a pause in typing lasts before the words become part of the address, in milliseconds. */
const pause = 300

/**
 * The words that are searched for. They follow the address and it follows them, in a pause: the router draws the page
 * anew for every address, and no letter may wait for that. `adopted` counts how often the address had other words.
 */
function useWords() {
  const [params, setParams] = useSearchParams()
  const inAddress = params.get('q') ?? ''
  const [words, setWords] = useState(inAddress)
  const [adopted, adopt] = useReducer((times: number) => times + 1, 0)
  const written = useRef(inAddress)
  const latest = useRef(setParams)
  latest.current = setParams
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    setWords(inAddress)
    adopt()
  }, [inAddress])
  useEffect(() => {
    if (words === written.current) return
    const timer = setTimeout(() => {
      written.current = words
      const write = (before: URLSearchParams) => {
        const after = new URLSearchParams(before)
        if (words) after.set('q', words)
        else after.delete('q')
        return after
      }
      latest.current(write, { replace: true })
    }, pause)
    return () => clearTimeout(timer)
  }, [words])
  return { words, setWords, adopted }
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
        label={t`Search in titles and notes`}
        placeholder={t`Search in titles and notes`}
        dir="auto"
        value={typed}
        onChange={type}
        onKeyDown={toResults}
      />
    </div>
  )
}

/** Searches titles and notes as one types. The words are part of the address. */
export function SearchPage() {
  const { t } = useLingui()
  const { words, setWords, adopted } = useWords()
  const { found, ...parts } = useFound(words)
  const model: PageModel = {
    ...parts,
    key: 'search',
    title: t`Search`,
    aside: words && plural(found.length, { one: '# task', other: '# tasks' }),
    showList: true,
    layouts: ['list', 'table'],
    completable: true,
    above: <SearchField key={adopted} words={words} onWords={setWords} />,
    empty: (
      <EmptyState>{words ? t`Nothing found for “${words}”.` : t`Type what you are looking for.`}</EmptyState>
    ),
  }
  return <TaskPage model={model} />
}

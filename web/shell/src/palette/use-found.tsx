import { useStore } from '@doable/client/react'
import { searchTasks } from '@doable/client/search-selectors'
import { fold } from '@doable/domain/fold'
import { type TaskLink, taskLink } from '@doable/domain/task-link'
import { ColorDot } from '@doable/ui/color-dot'
import { useLingui } from '@lingui/react/macro'
import { Circle, CircleCheck, ListFilter, Search, Tag } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import type { Answer, AnswerGroup } from './use-answers.ts'

type View = ReturnType<ReturnType<typeof useStore>['getSnapshot']>
const most = 9
/** Who looks for a task mostly looks for one that is to be done. */
const mostDone = 3
const icons = { open: <Circle />, done: <CircleCheck /> }

function foundTasks(view: View, words: string): Answer[] {
  const open = searchTasks(view, words).slice(0, most)
  const all = searchTasks(view, words, { completed: true })
  const done = all.filter((task) => task.completedAt !== null).slice(0, mostDone)
  return [...open, ...done].map((task) => {
    const list = view.lists.get(task.listId)
    const to = taskLink({ view: 'list', id: task.listId, taskId: task.id })
    const icon = task.completedAt ? icons.done : icons.open
    return {
      id: task.id,
      text: task.title,
      icon,
      ...(list?.name && { detail: list.name }),
      run: (go) => go(to),
    }
  })
}

const named = (name: string, words: string) => fold(name).includes(fold(words))

/** Of each kind so many: one that many things are called must not hide the others. */
const mostOfKind = 4

function foundPlaces({ lists, labels, filters }: View, words: string): Answer[] {
  const fitting = <T extends { name: string; trashedAt: string | null }>(all: ReadonlyMap<string, T>) =>
    [...all.values()].filter(({ name, trashedAt }) => !trashedAt && named(name, words)).slice(0, mostOfKind)
  const place = (id: string, text: string, icon: ReactNode, link: TaskLink): Answer => ({
    id,
    text,
    icon,
    run: (go) => go(taskLink(link)),
  })
  return [
    ...fitting(lists).map(({ id, name, color }) =>
      place(id, name, <ColorDot color={color} />, { view: 'list', id }),
    ),
    ...fitting(labels).map(({ id, name }) => place(id, name, <Tag />, { view: 'label', name })),
    ...fitting(filters).map(({ id, name, query }) => ({
      ...place(id, name, <ListFilter />, { view: 'filter', id }),
      detail: query,
    })),
  ]
}

/** Lists, labels, filters and tasks that hold the words: from what is in the browser, without the network. */
export function useFound(words: string): AnswerGroup[] {
  const { t } = useLingui()
  const store = useStore()
  return useMemo(() => {
    if (!words) return []
    const view = store.getSnapshot()
    const everywhere: Answer = {
      id: 'search',
      text: t`Show all tasks with “${words}”`,
      icon: <Search />,
      run: (go) => go(taskLink({ view: 'search', words })),
    }
    return [
      { title: t`Lists, labels and filters`, answers: foundPlaces(view, words) },
      { title: t`Found tasks`, answers: [...foundTasks(view, words), everywhere] },
    ]
  }, [words, store, t])
}

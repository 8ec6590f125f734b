import { useStore } from '@doable/client/react'
import { searchTasks } from '@doable/client/search-selectors'
import { fold } from '@doable/domain/fold'
import { taskLink } from '@doable/domain/task-link'
import { ColorDot } from '@doable/ui/color-dot'
import { useLingui } from '@lingui/react/macro'
import { Circle, CircleCheck, Search, Tag } from 'lucide-react'
import { useMemo } from 'react'
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

function foundLists(view: View, words: string): Answer[] {
  const lists = [...view.lists.values()].filter((list) => !list.trashedAt && named(list.name, words))
  const labels = [...view.labels.values()].filter((label) => !label.trashedAt && named(label.name, words))
  return [
    ...lists.map((list) => ({
      id: list.id,
      text: list.name,
      icon: <ColorDot color={list.color} />,
      run: (go: (to: string) => void) => go(taskLink({ view: 'list', id: list.id })),
    })),
    ...labels.map((label) => ({
      id: label.id,
      text: label.name,
      icon: <Tag />,
      run: (go: (to: string) => void) => go(taskLink({ view: 'label', name: label.name })),
    })),
  ].slice(0, 6)
}

/** Lists, labels and tasks that hold the words: from what is in the browser, without the network. */
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
      { title: t`Lists and labels`, answers: foundLists(view, words) },
      { title: t`Found tasks`, answers: [...foundTasks(view, words), everywhere] },
    ]
  }, [words, store, t])
}

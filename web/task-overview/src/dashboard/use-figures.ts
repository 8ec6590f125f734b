import { shownCompletions } from '@doable/client/completion-selectors'
import { isShown } from '@doable/client/list-states'
import { useToday, useView } from '@doable/client/react'
import { useMe } from '@doable/client/use-me'
import type { List } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import type { Now } from '@doable/domain/calendar'
import type { Overview } from '@doable/domain/figures'
import { overview } from '@doable/domain/overview'
import { useMemo } from 'react'

export type Figures = {
  overview: Overview
  /** Tasks of the lists in sight; trashed ones left out. */
  tasks: Task[]
  lists: List[]
  now: Now
  today: string
}
/** The figures of now, worked out again when a task, a list or the day changes; nothing before the store is loaded. */
export function useFigures(): Figures | undefined {
  const view = useView((view) => view)
  const completions = useView(shownCompletions)
  const { weekStart, timeZone } = useMe()
  const now = useToday(timeZone)
  return useMemo(() => {
    if (!view.loaded) return
    const lists = [...view.lists.values()].filter(isShown).sort((a, b) => (a.position < b.position ? -1 : 1))
    const ids = new Set(lists.map(({ id }) => id))
    const tasks = [...view.tasks.values()].filter((task) => task.trashedAt === null && ids.has(task.listId))
    const labels = [...view.labels.values()].filter(({ trashedAt }) => trashedAt === null)
    return {
      overview: overview(tasks, lists, labels, { now, weekStart }, completions),
      tasks,
      lists,
      now,
      today: now.day,
    }
  }, [view.tasks, completions, view.lists, view.labels, view.loaded, now, weekStart])
}

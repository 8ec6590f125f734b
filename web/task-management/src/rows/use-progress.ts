import { useView } from '@doable/client/react'
import type { View } from '@doable/client/view'
import type { Task } from '@doable/contracts/task'

type Progress = { done: number; total: number }
const none: Progress = { done: 0, total: 0 }
let known: { of: View['tasks']; progress: Map<string, Progress> } | undefined

function count(tasks: View['tasks']): Map<string, Progress> {
  const progress = new Map<string, Progress>()
  const add = (parentId: string, task: Task) => {
    const { done, total } = progress.get(parentId) ?? none
    progress.set(parentId, { done: done + (task.completedAt === null ? 0 : 1), total: total + 1 })
  }
  for (const task of tasks.values())
    if (task.parentId !== null && task.trashedAt === null) add(task.parentId, task)
  return progress
}

/** How many subtasks a task has and how many are done; counted once per change for all rows together. */
export function useProgress(id: string): Progress {
  return useView(
    (view) => {
      const { progress } = known?.of === view.tasks ? known : { progress: count(view.tasks) }
      known = { of: view.tasks, progress }
      return progress.get(id) ?? none
    },
    (a, b) => a.done === b.done && a.total === b.total,
  )
}

import type { Store } from '@doable/client/store'
import { useCallback } from 'react'

/** Whether a task is done; asked when a row goes away, to tell a completed task from a moved one. */
export const useIsCompleted = (store: Store) =>
  useCallback(
    (id: string) => {
      const task = store.getSnapshot().tasks.get(id)
      return task !== undefined && task.completedAt !== null && task.trashedAt === null
    },
    [store],
  )

import type { Task } from '@doable/contracts/task'
import type { Now } from '@doable/domain/calendar'
import { matchesFilter } from '@doable/domain/task-filter'
import type { TaskFilter } from '@doable/domain/task-link'
import { doneByTask } from './completion-selectors.ts'
import { memo } from './memo.ts'
import { shownTasks } from './selectors.ts'
import type { View } from './view.ts'

const filtered = memo<readonly Task[]>()
/** What an address with a filter shows (`domain/task-link`), in no particular order. */
export const matchingTasks = (view: View, filter: TaskFilter, now: Now): readonly Task[] => {
  const all = shownTasks(view)
  const done = doneByTask(view)
  const key = JSON.stringify([filter, now.day, now.zone])
  return filtered([all, done], key, () =>
    all.filter((task) => matchesFilter(task, filter, now, done.get(task.id))),
  )
}

import type { Now } from '@doable/domain/calendar'
import { isOverdue } from '@doable/domain/due'
import { memo } from './memo.ts'
import { dueTasks, openTasks } from './selectors.ts'
import type { View } from './view.ts'

/** `today` is due today or late, as the page Today has it. `byLabel` is keyed by the word in lower case. */
export type Counts = {
  open: number
  today: number
  overdue: number
  inbox: number
  byList: ReadonlyMap<string, number>
  byLabel: ReadonlyMap<string, number>
}
const counting = memo<Counts>()
/** Open tasks, for the figures of the navigation. */
export const counts = (view: View, now: Now): Counts => {
  const all = openTasks(view)
  const { lists } = view
  return counting([all, lists], now.day + now.zone, () => {
    const byList = countBy(all.map((task) => task.listId))
    const byLabel = countBy(
      all.flatMap((task) => [...new Set(task.labels.map((label) => label.toLowerCase()))]),
    )
    const inbox = [...lists.values()].find(({ isInbox, role }) => isInbox && role === 'owner')
    return {
      open: all.length,
      today: dueTasks(view, now).length,
      overdue: all.filter((task) => isOverdue(task, now)).length,
      inbox: byList.get(inbox?.id ?? '') ?? 0,
      byList,
      byLabel,
    }
  })
}
function countBy(keys: string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

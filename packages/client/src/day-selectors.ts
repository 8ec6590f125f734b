import type { Task } from '@doable/contracts/task'
import { type Now, startOfDay } from '@doable/domain/calendar'
import { memo } from './memo.ts'
import { completedTasks } from './selectors.ts'
import type { View } from './view.ts'

const done = memo<readonly Task[]>()
/** What was completed in the course of the person's day, last first. */
export const completedOn = (view: View, now: Now): readonly Task[] => {
  const all = completedTasks(view)
  return done([all], now.day + now.zone, () => {
    const since = startOfDay(now.day, now.zone)
    return all.filter(({ completedAt }) => completedAt !== null && completedAt >= since)
  })
}

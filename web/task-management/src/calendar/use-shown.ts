import type { Task } from '@doable/contracts/task'
import { addDays, type Weekday } from '@doable/domain/calendar'
import { useMemo } from 'react'
import type { TaskLine } from '../lines/line.ts'
import type { PageModel } from '../page/model.ts'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { type Entry, entriesByDay, tasksOfPage } from './entry.ts'
import { type Cut, daysShown } from './period.ts'

/** In days: how far something may reach (`durationMinutes` of the contracts). */
const reach = 30
const none: readonly Entry[] = []

/** A calendar's width, in pixels, below which a month shows dots, and a week three days or one. */
const [fewest, sevenDays, threeDays] = [560, 600, 330]

/** In pixels: what the list of what has no date takes beside the days. */
export const undatedWidth = 280

export function cutFor(mode: 'month' | 'week', width: number): Cut {
  if (mode === 'month') return { mode }
  return { mode, days: width >= sevenDays ? 7 : width >= threeDays ? 3 : 1 }
}
export const showsDots = (width: number): boolean => width < fewest

/** The task lines of the shown days in the order in which the keys go through them. */
function linesOf(
  days: readonly string[],
  entries: ReadonlyMap<string, readonly Entry[]>,
  undated: readonly Task[],
) {
  const shown = days.flatMap((day) => (entries.get(day) ?? none).filter(({ preview }) => !preview))
  const all = [
    ...shown.map(({ task, day }) => ({ task, day })),
    ...undated.map((task) => ({ task, day: '' })),
  ]
  return all.map(
    ({ task, day }, at): TaskLine => ({
      ...{ kind: 'task', key: task.id, id: task.id, groupId: day, depth: 0, place: at + 1 },
      ...{ size: all.length, children: 0, folded: false },
    }),
  )
}

/** What of a page's tasks a calendar shows around a day. */
export function useShown(
  { groups, subtasks }: PageModel,
  chosen: string,
  cut: Cut,
  { undatedOpen, dots }: { undatedOpen: boolean; dots: boolean },
) {
  const now = useDay()
  const weekStart = useWeekStart() as Weekday
  const tasks = useMemo(() => tasksOfPage(groups, subtasks), [groups, subtasks])
  const undated = useMemo(
    () => tasks.filter(({ dueOn, completedAt }) => dueOn === null && completedAt === null),
    [tasks],
  )
  const names = daysShown(chosen, cut, weekStart).join()
  const days = useMemo(() => names.split(','), [names])
  const isWeek = cut.mode === 'week'
  const entries = useMemo(() => {
    const [first = '', last = ''] = [days[0], days.at(-1)]
    return entriesByDay(tasks, { from: isWeek ? addDays(first, -reach) : first, to: last }, now)
  }, [tasks, days, isWeek, now])
  const lines = useMemo(() => {
    // Beside dots there are rows of one list alone: of the chosen day, or of what has none.
    const listed = !dots ? days : undatedOpen ? [] : [chosen]
    return linesOf(listed, entries, undatedOpen ? undated : [])
  }, [days, dots, chosen, entries, undated, undatedOpen])
  return { now, weekStart, days, entries, undated, lines }
}

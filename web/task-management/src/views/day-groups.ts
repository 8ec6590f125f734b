import type { Task } from '@doable/contracts/task'
import { addDays, type Now } from '@doable/domain/calendar'
import { dueIn, isOverdue } from '@doable/domain/due'
import type { Group } from '../lines/group.ts'

/** Today: what is late, then what is due today. `sorted` are the tasks in the order of the page. */
export function todayGroups(sorted: readonly Task[], now: Now): Group[] {
  const { late = [], due = [] } = Object.groupBy(sorted, (task) => (isOverdue(task, now) ? 'late' : 'due'))
  const today: Group = {
    id: 'today',
    day: now.day,
    tasks: due,
    into: { dueOn: now.day },
    add: { dueOn: now.day },
  }
  if (late.length === 0) return [today]
  return [
    { id: 'overdue', heading: { kind: 'overdue' }, tasks: late },
    { ...today, heading: { kind: 'today' } },
  ]
}

/** How many days from tomorrow on Upcoming shows even when nothing is due. */
const shownDays = 14

/** Upcoming: every day of the next two weeks, then the later days on which something is due. */
export function upcomingGroups(sorted: readonly Task[], now: Now): Group[] {
  const byDay = Map.groupBy(sorted, (task) => dueIn(task, now.zone)?.day ?? '')
  const near = Array.from({ length: shownDays }, (_, at) => addDays(now.day, at + 1))
  const last = near.at(-1) ?? now.day
  const later = [...byDay.keys()].filter((day) => day > last).sort()
  return [...near, ...later].map((day) => ({
    id: `day ${day}`,
    heading: { kind: 'day', day },
    day,
    tasks: byDay.get(day) ?? [],
    into: { dueOn: day },
    add: { dueOn: day },
  }))
}

import type { Task } from '@doable/contracts/task'
import { addDays } from '../calendar.ts'
import { dueIn } from '../due.ts'
import type { Range } from './plan.ts'

/** Whether a day or an instant lies in a range; what is null lies in none. */
export function within({ from, before }: Range): (value: string | null) => boolean {
  const low = from ?? ''
  const high = before ?? '\uffff'
  return (value) => value !== null && value >= low && value < high
}

/** No two zones are further apart than this many days (UTC-12 to UTC+14). */
const apart = 2

/**
 * Makes functions that say whether a task is due in a range of days, as a person in `zone` sees it. A due in a zone of its own
 * is converted only where that can make a difference, and once for all the ranges: it costs a hundred times the rest.
 */
export function dueWithin(zone: string): (range: Range) => (task: Task) => boolean {
  const known = new WeakMap<Task, string | null>()
  const dayOf = (task: Task): string | null => {
    const seen = known.get(task)
    if (seen !== undefined) return seen
    const day = dueIn(task, zone)?.day ?? null
    known.set(task, day)
    return day
  }
  return (range) => {
    const plain = within(range)
    const { from, before } = range
    const shift = (day: string | null, days: number) => (day === null ? null : addDays(day, days))
    const surely = within({ from: shift(from, apart), before: shift(before, -apart) })
    const maybe = within({ from: shift(from, -apart), before: shift(before, apart) })
    return (task) => {
      const { dueOn, dueTimeZone } = task
      if (dueTimeZone === null || dueTimeZone === zone) return plain(dueOn)
      return maybe(dueOn) && (surely(dueOn) || plain(dayOf(task)))
    }
  }
}

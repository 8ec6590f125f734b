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
 * Whether a task is due in a range of days, as a person in `zone` sees it. A due in a zone of its own is converted only where
 * that can make a difference, because it costs a hundred times the rest.
 */
export function dueWithin(range: Range, zone: string): (task: Task) => boolean {
  const plain = within(range)
  const { from, before } = range
  const shift = (day: string | null, days: number) => (day === null ? null : addDays(day, days))
  const surely = within({ from: shift(from, apart), before: shift(before, -apart) })
  const maybe = within({ from: shift(from, -apart), before: shift(before, apart) })
  return (task) => {
    const { dueOn, dueTimeZone } = task
    if (dueTimeZone === null || dueTimeZone === zone) return plain(dueOn)
    if (!maybe(dueOn) || surely(dueOn)) return maybe(dueOn)
    return plain(dueIn(task, zone)?.day ?? null)
  }
}

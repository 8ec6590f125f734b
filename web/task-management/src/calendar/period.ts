import { addDays, addMonths, startOfWeek, type Weekday } from '@doable/domain/calendar'
import { firstDay, lastDay } from '@doable/domain/recurrence/days'

/** How a calendar cuts time: a month in whole weeks, a week, or so many days from the chosen one where there is less room. */
export type Cut = { mode: 'month' } | { mode: 'week'; days: 7 | 3 | 1 }

/** No further than there are days (`Day` of the contracts). */
export const within = (day: string): string => (day < firstDay ? firstDay : day > lastDay ? lastDay : day)

/** So many days one after the other. */
export const daysFrom = (first: string, length: number): string[] =>
  Array.from({ length }, (_, at) => addDays(first, at))

/** The weeks that a month touches, seven days each. */
export function monthWeeks(day: string, weekStart: Weekday): string[][] {
  const month = day.slice(0, 7)
  const weeks: string[][] = []
  for (let at = startOfWeek(`${month}-01`, weekStart); at.slice(0, 7) <= month; at = addDays(at, 7))
    weeks.push(daysFrom(at, 7))
  return weeks
}

/** The days that are shown around a chosen one. Three days are a fixed run, so that going from one to the next stays in it. */
export function daysShown(day: string, cut: Cut, weekStart: Weekday): string[] {
  if (cut.mode === 'month') return monthWeeks(day, weekStart).flat()
  if (cut.days === 7) return daysFrom(startOfWeek(day, weekStart), 7)
  if (cut.days === 1) return [day]
  const number = Temporal.PlainDate.from('1970-01-01').until(day).days
  return daysFrom(addDays(day, -(((number % 3) + 3) % 3)), 3)
}

/** The same place in the period before (-1) or after (1). */
export function turned(day: string, cut: Cut, by: number): string {
  return within(cut.mode === 'month' ? addMonths(day, by) : addDays(day, by * cut.days))
}

/** The number of a week (ISO 8601), told by the Thursday in it, so that weeks that start on Sunday have one too. */
export function weekNumber(week: readonly string[]): number {
  const thursday = week.find((day) => Temporal.PlainDate.from(day).dayOfWeek === 4) ?? week[0]
  return Temporal.PlainDate.from(thursday ?? firstDay).weekOfYear ?? 0
}

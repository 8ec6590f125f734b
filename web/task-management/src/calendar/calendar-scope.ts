import { createContext, useContext } from 'react'
import type { Entry } from './entry.ts'
import type { Spot } from './planning.ts'
import type { Planner } from './use-planner.ts'

/** What is listed of a day in a popover: all of it, or some entries of it. */
export type Listed = { day: string; keys?: readonly string[] }

/** What the days, lines and blocks of a calendar share. It stays the same from one drawing to the next. */
export type CalendarScope = {
  planner: Planner
  /** Opens quick add with a day, and perhaps a time, filled in. */
  add(spot: Spot): void
  /** Makes a day the one whose tasks are listed, where days show dots. */
  choose(day: string): void
  /** Lists what stands on a day, at an element. */
  list(listed: Listed, anchor: Element): void
  /** Opens all that can be done with a task, at an element. */
  menu(entry: Entry, anchor: Element): void
}
export const CalendarContext = createContext<CalendarScope | null>(null)

export function useCalendar(): CalendarScope {
  const scope = useContext(CalendarContext)
  if (!scope) throw new Error('a day needs a calendar around it')
  return scope
}

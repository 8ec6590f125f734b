export type DayCount = { day: string; count: number }

/** The dashboard's figures. Days are those of the person's zone; trashed tasks count nowhere. */
export type Overview = {
  open: number
  /** Open and due on this day, whether or not the time has passed. */
  dueToday: number
  /** Open and planned before today or past its deadline. */
  overdue: number
  doneToday: number
  /** Open tasks due on each of the seven days from today on. */
  nextDays: DayCount[]
  /** Completions on each of the last 365 days, today the last. */
  completedPerDay: DayCount[]
  /** Completions in each of the last eight weeks, the present one the last; `day` is the first day of the week. */
  completedPerWeek: DayCount[]
  /** Open tasks of each given list, in the given order. */
  byList: { listId: string; open: number }[]
  /** Open tasks of each given label and, after those, of words that no label was made for. */
  byLabel: { label: string; open: number }[]
  byPriority: { priority: number; open: number }[]
  /** Days in a row with a completion up to today; a today without one does not break it yet. */
  streak: number
}

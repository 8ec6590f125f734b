import type { Completion } from '@doable/contracts/completion'
import type { Task } from '@doable/contracts/task'
import { addDays, daysBetween, type Now, startOfDay, startOfWeek, today, type Weekday } from './calendar.ts'
import { dueIn, isOverdue } from './due.ts'
import type { DayCount, Overview } from './figures.ts'

type Counted = Pick<
  Task,
  | 'listId'
  | 'labels'
  | 'priority'
  | 'dueOn'
  | 'dueTime'
  | 'dueTimeZone'
  | 'deadlineOn'
  | 'completedAt'
  | 'trashedAt'
>
type Counting = Pick<Completion, 'completedAt' | 'skipped' | 'undoneAt'>
const raise = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)
const zeros = (from: string, count: number, step = 1) =>
  new Map(Array.from({ length: count }, (_, at) => [addDays(from, at * step), 0]))
const asDays = (counts: Map<string, number>): DayCount[] =>
  [...counts].map(([day, count]) => ({ day, count }))

/**
 * Says on which day an instant falls. A year of midnights is worked out once and searched by halves, which is ten times
 * quicker than asking the zone for each of thousands of completions.
 */
function dayFinder(now: Now, days: number): (instant: string) => string {
  const first = addDays(now.day, 1 - days)
  const names = Array.from({ length: days + 1 }, (_, at) => addDays(first, at))
  const starts = names.map((day) => startOfDay(day, now.zone))
  return (instant) => {
    if (instant < (starts[0] as string) || instant >= (starts[days] as string))
      return today(instant, now.zone)
    let [low, high] = [0, days]
    while (high - low > 1) {
      const half = (low + high) >> 1
      if ((starts[half] as string) <= instant) low = half
      else high = half
    }
    return names[low] as string
  }
}

function streakUpTo(day: string, completed: ReadonlyMap<string, number>): number {
  let at = completed.has(day) ? day : addDays(day, -1)
  let length = 0
  for (; completed.has(at); at = addDays(at, -1)) length++
  return length
}

/** Labels are one word however they are spelt: the person's own spelling, else the first one met, stands for all. */
function speller(labels: readonly { name: string }[]): (label: string) => string {
  const known = new Map(labels.map(({ name }) => [name.toLowerCase(), name]))
  return (label) => {
    const word = label.toLowerCase()
    const spelt = known.get(word) ?? label
    known.set(word, spelt)
    return spelt
  }
}

/** Counts open tasks: `add` each one, then read `counts`. */
function openCounter(lists: readonly { id: string }[], labels: readonly { name: string }[], now: Now) {
  const spell = speller(labels)
  const counts = {
    open: 0,
    overdue: 0,
    nextDays: zeros(now.day, 7),
    byList: new Map(lists.map(({ id }) => [id, 0])),
    byLabel: new Map(labels.map(({ name }) => [name, 0])),
    byPriority: new Map([1, 2, 3, 4].map((priority) => [priority, 0])),
  }
  const add = (task: Counted) => {
    counts.open++
    if (isOverdue(task, now)) counts.overdue++
    const due = dueIn(task, now.zone)?.day
    if (due !== undefined && counts.nextDays.has(due)) raise(counts.nextDays, due)
    if (counts.byList.has(task.listId)) raise(counts.byList, task.listId)
    raise(counts.byPriority, task.priority)
    for (const label of new Set(task.labels.map(spell))) raise(counts.byLabel, label)
  }
  return { counts, add }
}

function history(completed: ReadonlyMap<string, number>, day: string, weekStart: Weekday) {
  const days = zeros(addDays(day, -364), 365)
  const firstWeek = addDays(startOfWeek(day, weekStart), -49)
  const weeks = zeros(firstWeek, 8, 7)
  for (const [on, count] of completed) {
    if (days.has(on)) days.set(on, count)
    const week = addDays(firstWeek, Math.floor(daysBetween(firstWeek, on) / 7) * 7)
    const sofar = weeks.get(week)
    if (sofar !== undefined) weeks.set(week, sofar + count)
  }
  return {
    completedPerDay: asDays(days),
    completedPerWeek: asDays(weeks),
    streak: streakUpTo(day, completed),
  }
}

/**
 * All figures in one pass over the tasks; `completions` are those of repeating tasks, which count like completed tasks.
 */
export function overview(
  tasks: Iterable<Counted>,
  lists: readonly { id: string }[],
  labels: readonly { name: string }[],
  { now, weekStart }: { now: Now; weekStart: Weekday },
  completions: Iterable<Counting> = [],
): Overview {
  const dayOf = dayFinder(now, 365)
  const completed = new Map<string, number>()
  const { counts, add } = openCounter(lists, labels, now)
  for (const task of tasks) {
    if (task.trashedAt !== null) continue
    if (task.completedAt === null) add(task)
    else raise(completed, dayOf(task.completedAt))
  }
  for (const each of completions)
    if (!each.skipped && each.undoneAt === null) raise(completed, dayOf(each.completedAt))
  return {
    open: counts.open,
    dueToday: counts.nextDays.get(now.day) ?? 0,
    overdue: counts.overdue,
    doneToday: completed.get(now.day) ?? 0,
    nextDays: asDays(counts.nextDays),
    ...history(completed, now.day, weekStart),
    byList: [...counts.byList].map(([listId, open]) => ({ listId, open })),
    byLabel: [...counts.byLabel].map(([label, open]) => ({ label, open })),
    byPriority: [...counts.byPriority].map(([priority, open]) => ({ priority, open })),
  }
}

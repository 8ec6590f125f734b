import type { Task } from '@doable/contracts/task'
import { daysBetween } from './calendar.ts'
import { ruleOf } from './recurrence/parse.ts'
import { printRule } from './recurrence/rule.ts'
import { firstOccurrence } from './recurrence/series.ts'
import { movedDay, movedReminders } from './reminder.ts'

const days = ['startOn', 'dueOn', 'deadlineOn'] as const
type Days = Pick<Task, (typeof days)[number]>
type Repetition = Pick<Task, 'repeatRule' | 'occurrenceOn' | 'skippedOn'>
/** All that says when a task is to be done; times of day stay what they are. */
export type Plan = Days & Repetition & Pick<Task, 'reminders'>

/** The first day on which any of the tasks starts, is due or must be over; null where none names a day. */
export const earliestDay = (tasks: Iterable<Days>): string | null =>
  [...tasks]
    .flatMap((task) => days.flatMap((name) => task[name] ?? []))
    .sort()
    .at(0) ?? null

/** A rule that ends so many days later; one that ends after a number of times does so still. */
function movedRule(text: string, by: number): string {
  const rule = ruleOf(text)
  return printRule({ ...rule, until: rule.until && movedDay(rule.until, by) })
}

/**
 * By how many days a task moves when what it belongs to moves by `by`: by as many, unless it repeats on days that its rule
 * names. Then it begins on the first of those that comes.
 */
export function movedBy({ repeatRule, occurrenceOn }: Repetition, by: number): number {
  if (repeatRule === null || occurrenceOn === null) return by
  const endless = printRule({ ...ruleOf(repeatRule), until: null })
  const to = movedDay(occurrenceOn, by)
  return daysBetween(occurrenceOn, firstOccurrence(endless, to) ?? to)
}

/** The plan of a task so many days later, within the days there may be. */
export function movedPlan(plan: Plan, by: number): Plan {
  const moved = (day: string | null) => day && movedDay(day, by)
  return {
    startOn: moved(plan.startOn),
    dueOn: moved(plan.dueOn),
    deadlineOn: moved(plan.deadlineOn),
    reminders: movedReminders(plan.reminders, by),
    repeatRule: plan.repeatRule && movedRule(plan.repeatRule, by),
    occurrenceOn: moved(plan.occurrenceOn),
    skippedOn: plan.skippedOn.map((day) => movedDay(day, by)),
  }
}

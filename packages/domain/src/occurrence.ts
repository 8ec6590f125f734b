import type { Completion, Turn } from '@doable/contracts/completion'
import type { Task } from '@doable/contracts/task'
import { daysBetween } from './calendar.ts'
import { type Change, complete, type Only } from './cascade.ts'
import { nextOccurrence, type Series } from './recurrence/series.ts'
import { movedDay, movedReminders } from './reminder.ts'

/** A repeating task that is open. */
export type Repeating = Task & Series & { dueOn: string }
export const isRepeating = (task: Task): task is Repeating =>
  task.repeatRule !== null && task.occurrenceOn !== null && task.dueOn !== null && task.completedAt === null

/** Who did what, when, and which day it was where they were. */
export type Doing = { at: string; by: string; doneOn: string; skipped: boolean }
/** Which occurrence is meant, or which tasks and no others. */
export type Which = { occurrenceOn?: string | undefined; only?: Only }
/** A completion that has not been stored: its version is not known. */
export type NewCompletion = Omit<Completion, 'version'>
export type Advance = { changes: Change[]; completions: NewCompletion[] }

/** One completion for a task and an occurrence, whichever device makes it. */
export const completionId = (taskId: string, occurrenceOn: string): string => `${taskId}:${occurrenceOn}`

const days = ['dueOn', 'startOn', 'deadlineOn'] as const
const shifted = (task: Task, by: number): Turn => ({
  ...Object.fromEntries(days.flatMap((day) => (task[day] === null ? [] : [[day, movedDay(task[day], by)]]))),
  reminders: movedReminders(task.reminders, by),
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What a task is before and after, of what differs. */
function turn(task: Task, wanted: Turn): { before: Turn; after: Turn } {
  const names = (Object.keys(wanted) as (keyof Turn)[]).filter((name) => !same(task[name], wanted[name]))
  const of = (values: Task | Turn) => Object.fromEntries(names.map((name) => [name, values[name]]))
  return { before: of(task), after: of(wanted) }
}

function completionOf(
  task: Task,
  series: Repeating,
  wanted: Turn,
  doing: Doing,
  done: boolean,
): NewCompletion {
  const { occurrenceOn } = series
  return {
    id: completionId(task.id, occurrenceOn),
    taskId: task.id,
    listId: task.listId,
    seriesId: series.id,
    occurrenceOn,
    skipped: !done,
    completedAt: task.completedAt ?? doing.at,
    completedBy: task.completedBy ?? doing.by,
    doneOn: doing.doneOn,
    ...turn(task, wanted),
    undoneAt: null,
  }
}

/** What belongs to an occurrence: not what is in the trash, nor what repeats by itself, nor what lies below that. */
function along(task: Task, subtree: readonly Task[]): Task[] {
  const within = new Set([task.id])
  const taken: Task[] = []
  for (const each of subtree) {
    if (!within.has(each.parentId ?? '') || each.trashedAt !== null || each.repeatRule !== null) continue
    within.add(each.id)
    taken.push(each)
  }
  return taken
}

/**
 * Completes or skips the present occurrence: the task and its days go on to the next one and what is below it opens again,
 * each leaving a record of what it was. Null when there is no next one. `subtree` has parents first.
 */
function advance(task: Repeating, subtree: readonly Task[], doing: Doing): Advance | null {
  const next = nextOccurrence(task, doing.doneOn)
  if (next === null) return null
  const by = daysBetween(task.occurrenceOn, next.on)
  const { repeatRule, occurrenceOn, skippedOn } = next.series
  const own: Turn = {
    ...shifted(task, daysBetween(task.dueOn, next.on)),
    ...{ dueOn: next.on, repeatRule, occurrenceOn, skippedOn: [...skippedOn] },
  }
  const reopened: Turn = { completedAt: null, completedBy: null }
  const completions = [
    completionOf(task, task, own, doing, !doing.skipped),
    ...along(task, subtree).map((each) =>
      completionOf(
        each,
        task,
        { ...shifted(each, by), ...reopened },
        doing,
        !doing.skipped || each.completedAt !== null,
      ),
    ),
  ]
  return { completions, changes: changesOf(completions) }
}

/** Whether the task is at the occurrence somebody means; one that ended repeating meanwhile still is at its day. */
function isAt(task: Task, occurrenceOn: string | undefined): boolean {
  if (occurrenceOn === undefined || task.occurrenceOn === occurrenceOn) return true
  return task.repeatRule === null && task.dueOn === occurrenceOn
}

/**
 * Completes a task, or its present occurrence if it repeats; or skips that. `occurrenceOn` is the occurrence that is meant:
 * where another device has done it already, nothing happens. The last one cannot be skipped. Tasks that are named (`only`)
 * are completed for good, whether or not they repeat.
 */
export function finish(task: Task, subtree: Task[], doing: Doing, which: Which = {}): Advance {
  const { occurrenceOn, only } = which
  const nothing: Advance = { changes: [], completions: [] }
  if (only) return { ...nothing, changes: complete(task, subtree, doing.at, doing.by, only) }
  if (!isAt(task, occurrenceOn)) return nothing
  const next = isRepeating(task) ? advance(task, subtree, doing) : null
  if (next !== null || doing.skipped) return next ?? nothing
  return { ...nothing, changes: complete(task, subtree, doing.at, doing.by) }
}

const changesOf = (completions: NewCompletion[]): Change[] =>
  completions
    .filter(({ after }) => Object.keys(after).length > 0)
    .map(({ taskId, after }) => ({ id: taskId, changes: after as Partial<Task> }))

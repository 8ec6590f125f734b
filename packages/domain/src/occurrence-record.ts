import type { Completion, Turn } from '@doable/contracts/completion'
import type { Task } from '@doable/contracts/task'
import type { Change } from './cascade.ts'

/**
 * Takes an occurrence back. What the tasks became by it they are no longer, unless somebody has changed it since; a task
 * that has gone on meanwhile stays where it is and only the record goes. `completions` are those of the occurrence that
 * count.
 */
export const takeBack = (task: Task, all: readonly Task[], completions: readonly Completion[]): Change[] =>
  turned(task, all, completions, { from: 'after', to: 'before' })

/**
 * The other direction: what was taken back counts again, and the tasks are again what they became by it, unless somebody
 * has changed them since. `completions` are those that were taken back together.
 */
export const countAgain = (task: Task, all: readonly Task[], completions: readonly Completion[]): Change[] =>
  turned(task, all, completions, { from: 'before', to: 'after' })

type Direction = { from: 'before' | 'after'; to: 'before' | 'after' }

function turned(
  task: Task,
  all: readonly Task[],
  completions: readonly Completion[],
  { from, to }: Direction,
): Change[] {
  const own = completions.find(({ taskId }) => taskId === task.id)
  if (!own || task.occurrenceOn !== own[from].occurrenceOn) return []
  const byId = new Map(all.map((each) => [each.id, each]))
  return completions.flatMap((each) => {
    const now = byId.get(each.taskId)
    const names = (Object.keys(each[to]) as (keyof Turn)[]).filter(
      (name) => now && isStill(name, now[name], each[from][name]),
    )
    const changes = Object.fromEntries(names.map((name) => [name, each[to][name]])) as Partial<Task>
    return names.length > 0 ? [{ id: each.taskId, changes }] : []
  })
}

const moments: (keyof Turn)[] = ['completedAt', 'completedBy']
/** What was done is done, whoever did it again since. */
const isStill = (name: keyof Turn, now: unknown, former: unknown): boolean =>
  moments.includes(name)
    ? (now === null) === (former === null)
    : JSON.stringify(now) === JSON.stringify(former)

const ofSeries = (completions: Iterable<Completion>, seriesId: string, occurrenceOn: string): Completion[] =>
  [...completions].filter((each) => each.seriesId === seriesId && each.occurrenceOn === occurrenceOn)

/** Those of an occurrence of a series that count. */
export const ofOccurrence = (
  completions: Iterable<Completion>,
  seriesId: string,
  occurrenceOn: string,
): Completion[] => ofSeries(completions, seriesId, occurrenceOn).filter(({ undoneAt }) => undoneAt === null)

/** Those of an occurrence that were taken back together with the record of the series; none while that one counts. */
export function takenBack(
  completions: Iterable<Completion>,
  seriesId: string,
  occurrenceOn: string,
): Completion[] {
  const all = ofSeries(completions, seriesId, occurrenceOn)
  const undoneAt = all.find(({ taskId }) => taskId === seriesId)?.undoneAt ?? null
  return undoneAt === null ? [] : all.filter((each) => each.undoneAt === undoneAt)
}

import type { Completion, Turn } from '@doable/contracts/completion'
import type { Task } from '@doable/contracts/task'
import type { Change } from '@doable/domain/cascade'
import { finish } from '@doable/domain/occurrence'
import { countAgain, ofOccurrence, takeBack, takenBack } from '@doable/domain/occurrence-record'
import type { Draft } from './draft.ts'
import type { Act } from './inverse.ts'
import { byName } from './naming.ts'

export type Turning = Extract<Act, { type: 'task.complete' | 'task.skip' }>
export type Counting = Extract<Act, { type: 'task.uncomplete' | 'task.recomplete' }>

/** What went on to its next occurrence goes back; what was completed for good is opened, each by its name. */
export function unturned(draft: Draft, act: Turning): Act[] {
  const { type, subjectId, doneOn } = act
  const task = draft.get('tasks', subjectId)
  if (!task) return []
  const doing = { at: '', by: '', doneOn: doneOn ?? '', skipped: type === 'task.skip' }
  const { changes, completions } = finish(task, draft.subtree(subjectId), doing, act)
  if (completions.length > 0 && task.occurrenceOn)
    return [{ type: 'task.uncomplete', subjectId, occurrenceOn: task.occurrenceOn }]
  return byName('task.reopen', subjectId, changes)
}

type Meaning = (task: Task, all: readonly Task[], completions: readonly Completion[]) => Change[]

/**
 * What was taken back counts again, and what counts again is taken back. Either leaves alone what was changed since, and
 * cannot tell that from what merely looks the same: whatever would then be other than before is set.
 */
export function mirrored(draft: Draft, { type, subjectId, occurrenceOn }: Counting): Act[] {
  const task = draft.get('tasks', subjectId)
  if (!task) return []
  const known = draft.all('completions')
  const isBack = type === 'task.uncomplete'
  const completions = (isBack ? ofOccurrence : takenBack)(known, subjectId, occurrenceOn)
  if (completions.length === 0) return []
  const [there, back]: Meaning[] = isBack ? [takeBack, countAgain] : [countAgain, takeBack]
  const all = [task, ...draft.subtree(subjectId)]
  const then = changed(all, there?.(task, all, completions) ?? [])
  const again = changed(then, back?.(then[0] ?? task, then, completions) ?? [])
  const mirror: Act = { type: isBack ? 'task.recomplete' : 'task.uncomplete', subjectId, occurrenceOn }
  return [mirror, ...all.flatMap((each, n) => setRight(each, again[n] ?? each))]
}

const changed = (tasks: readonly Task[], changes: readonly Change[]): Task[] => {
  const byId = new Map(changes.map((each) => [each.id, each.changes]))
  return tasks.map((task) => ({ ...task, ...byId.get(task.id) }))
}

const fields = [
  'dueOn',
  'startOn',
  'deadlineOn',
  'repeatRule',
  'occurrenceOn',
  'skippedOn',
  'reminders',
] as const satisfies (keyof Turn)[]

/** Acts that make one task what the other is, in what an occurrence changes. */
function setRight(wanted: Task, task: Task): Act[] {
  const names = new Set<(typeof fields)[number]>(
    fields.filter((name) => JSON.stringify(wanted[name]) !== JSON.stringify(task[name])),
  )
  // A rule that comes without it counts from the day the task is then due.
  if (names.has('repeatRule')) names.add('occurrenceOn')
  const values = Object.fromEntries([...names].map((name) => [name, wanted[name]]))
  const isDone = wanted.completedAt !== null
  const turn = isDone === (task.completedAt !== null) ? [] : [{ id: wanted.id, changes: {} }]
  return [
    ...(names.size > 0 ? [{ type: 'task.update', subjectId: wanted.id, fields: values } as Act] : []),
    ...byName(isDone ? 'task.complete' : 'task.reopen', wanted.id, turn),
  ]
}

import { isDeepStrictEqual } from 'node:util'
import type { Task } from '@doable/contracts/task'
import type { Change } from '@doable/domain/cascade'

import { pieces } from '@doable/service-kit/pieces'
import { update } from '@doable/service-kit/update'
import type { Act } from './act.ts'
import { TaskRow } from './task.ts'
import { setWords } from './task-labels.ts'
import { columnsOf } from './task-rows.ts'

/** A task as it is after a change, and the former values of what changed. */
export type Settled = { task: Task; before: Partial<Task> }

/**
 * Writes what an act means for tasks, with one statement for all that change in the same way. What would stay as it is
 * is not touched. Answers the tasks that changed, in the order of the changes.
 */
export async function settle(
  act: Act,
  tasks: readonly Task[],
  changes: Change[],
  version: number,
): Promise<Settled[]> {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const updatedAt = act.now.toISOString()
  const settled: Settled[] = []
  const alike = new Map<string, { changes: Partial<Task>; ids: string[] }>()
  for (const change of changes) {
    const task = byId.get(change.id)
    const real = task && difference(task, change.changes)
    if (!task || !real) continue
    const stamped = { ...real.after, updatedAt, version }
    settled.push({ task: { ...task, ...stamped }, before: real.before })
    const group = JSON.stringify(stamped)
    const same = alike.get(group) ?? { changes: stamped, ids: [] }
    same.ids.push(change.id)
    alike.set(group, same)
  }
  for (const group of alike.values()) await store(act, group.ids, group.changes)
  return settled
}

async function store(act: Act, ids: string[], changes: Partial<Task>): Promise<void> {
  for (const some of pieces(ids)) await update(TaskRow, some, columnsOf(changes), act.tx)
  for (const id of ids) {
    act.touched.tasks.add(id)
    if (changes.labels) await setWords(act, id, changes.labels)
  }
}

/** Only what the change makes different; undefined where that is nothing. */
function difference(task: Task, wanted: Partial<Task>) {
  const entries = Object.entries(wanted) as [keyof Task, never][]
  const different = entries.filter(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(task[name], value),
  )
  if (different.length === 0) return undefined
  const names = different.map(([name]) => name)
  const before: Partial<Task> = Object.fromEntries(names.map((name) => [name, task[name]]))
  return { after: Object.fromEntries(different) as Partial<Task>, before }
}

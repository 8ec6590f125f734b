import { type HistoryEntry, TaskValues } from '@doable/contracts/history'
import type { Task } from '@doable/contracts/task'
import { instant, json } from '@doable/service-kit/rows'

export type ToldEvent = { id: string; type: string; actorId: string; createdAt: unknown; data: string }
type Told = { task: Partial<Task>; before?: Partial<Task>; skipped?: boolean }
type Kind = HistoryEntry['kind']

const names = Object.keys(TaskValues.shape) as (keyof TaskValues)[]
const kinds: Record<string, Kind> = {
  'task.created': 'created',
  'task.changed': 'changed',
  'task.completed': 'completed',
  'task.recurred': 'recurred',
  'task.reopened': 'reopened',
  'task.trashed': 'trashed',
  'task.restored': 'restored',
}

/**
 * What an event says about a task, as history tells it to somebody who is in these lists; undefined where that is nothing,
 * such as another place among others.
 */
export function entryOf(row: ToldEvent, lists: ReadonlySet<string>): HistoryEntry | undefined {
  const told = json<Told>(row.data)
  const kind = kindOf(row.type, told)
  if (!kind) return undefined
  const { before, after } = differences(told, lists)
  if (kind === 'changed' && Object.keys(after).length === 0) return undefined
  return { id: row.id, at: instant(row.createdAt), actorId: row.actorId, kind, before, after }
}

function kindOf(type: string, { task, before, skipped }: Told): Kind | undefined {
  const kind = kinds[type]
  if (kind === 'recurred' && skipped) return 'skipped'
  // Taking back the last occurrence opens the task again.
  if (kind === 'changed' && before?.completedAt && task.completedAt === null) return 'reopened'
  return kind
}

/** What came along from a list out of sight is told as it is now, and nothing of what it was there. */
function differences({ task, before = {} }: Told, lists: ReadonlySet<string>) {
  const changed = names.filter((name) => name in before && task[name] !== undefined)
  const hidden = before.listId !== undefined && !lists.has(before.listId)
  return { before: hidden ? {} : picked(before, changed), after: picked(task, changed) }
}

const picked = (task: Partial<Task>, some: readonly (keyof TaskValues)[]): TaskValues =>
  Object.fromEntries(some.filter((name) => name in task).map((name) => [name, task[name]]))

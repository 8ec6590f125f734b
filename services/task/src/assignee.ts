import { leave } from '@doable/domain/cascade'
import { Problem, problem } from '@doable/service-kit/problem'
import type { Act } from './act.ts'
import { announceTasks } from './announce.ts'
import type { Scope } from './scope.ts'
import { readTasks } from './task-rows.ts'
import { settle } from './task-settle.ts'

const stranger = 'not-a-member'

/** @throws 422 `not-a-member` */
export function checkAssignee({ audience }: Scope, assigneeId: string | null | undefined): void {
  if (!assigneeId || audience.includes(assigneeId)) return
  throw problem(422, stranger, 'Only somebody who shares the list can be assigned.', [
    { pointer: '/assigneeId', detail: 'is not in the list' },
  ])
}

type Assigning = { assigneeId?: string | null | undefined }

/**
 * For what a device did while it was offline: whoever has left the list meanwhile is not assigned, and what else was
 * written is kept. Where nothing else was, it is refused, so that the person hears of it.
 */
export async function keepingRest<F extends Assigning, T>(
  fields: F,
  write: (fields: F) => Promise<T>,
): Promise<T> {
  try {
    return await write(fields)
  } catch (error) {
    const { assigneeId: _stranger, ...rest } = fields
    const isStranger = error instanceof Problem && error.code === stranger
    if (!isStranger || Object.keys(rest).length === 0) throw error
    return write(rest as F)
  }
}

/** Takes somebody who is no longer in a list off its tasks, in the trash too. Its lock is held, at `version`. */
export async function unassign(act: Act, scope: Scope, personId: string, version: number): Promise<void> {
  const where = 'Tasks t WHERE t.listId = $listId AND t.assigneeId = $personId'
  const tasks = await readTasks(act.platform, where, { listId: scope.listId, personId }, "''")
  const settled = await settle(act, tasks, leave(tasks, personId), version)
  const audience = scope.audience.filter((id) => id !== personId)
  await announceTasks(act, 'task.changed', { ...scope, audience }, settled)
}

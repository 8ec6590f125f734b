import type { Task, TaskPatch } from '@doable/contracts/task'
import { update } from '@doable/domain/cascade'
import { pieces } from '@doable/service-kit/pieces'
import { problem } from '@doable/service-kit/problem'
import { fillable } from './access.ts'
import type { Act } from './act.ts'
import { announceList, announceTasks } from './announce.ts'
import { checkAssignee } from './assignee.ts'
import { moveComments } from './comment-room.ts'
import { moveCompletions } from './completion-rows.ts'
import type { Family } from './family.ts'
import { distinctWords } from './label.ts'
import { checkNotes, checkParent, checkRoom, checkSection } from './place.ts'
import { checkDay, withRule } from './repeat-rule.ts'
import type { Scope } from './scope.ts'
import { GoneTaskRow } from './task.ts'
import { type Held, hold } from './task-acts.ts'
import { type Settled, settle } from './task-settle.ts'

/**
 * Changes fields of a task, or moves it with all that is below it; moving to another list needs rights in both.
 * @throws 404 for what is out of sight, 403 `read-only`, 409 `list-trashed`, `list-full`, 422 for a place that does not fit, `bad-rule`, `no-day`, `not-a-member`
 */
export async function changeTask(act: Act, id: string, given: TaskPatch): Promise<Task> {
  const patch = withRule(given)
  const target = patch.listId === undefined ? undefined : await fillable(act, patch.listId)
  const held = await hold(act, id, target ? [target.listId] : [])
  const { scope, task, subtree } = held
  const to = target?.listId === scope.listId ? undefined : await asLocked(act, target, held)
  await checkPlace(act, held, patch, to)
  checkDay(patch, { dueOn: patch.dueOn === undefined ? task.dueOn : patch.dueOn })
  const fields = { ...patch, ...(patch.labels && { labels: distinctWords(patch.labels) }) } as Partial<Task>
  checkAssignee(to ?? scope, patch.assigneeId)
  const changes = update(task, subtree, fields, new Set((to ?? scope).audience))
  const version = to ? held.versions.get(to.listId) : held.version
  const settled = await settle(act, [task, ...subtree], changes, version as number)
  act.touched.tasks.add(id)
  if (to) {
    await leave(act, scope, to, held.version, settled)
    const ids = settled.map((each) => each.task.id)
    await moveCompletions(ids, to.listId, version as number)
    await moveComments(act, ids, to.listId, version as number)
  }
  await announceTasks(act, 'task.changed', to ?? scope, settled)
  return settled.find((each) => each.task.id === id)?.task ?? task
}

/** Read without the lock: whoever came in between may have changed who is in the list. */
async function asLocked(act: Act, target: Scope | undefined, { versions }: Held): Promise<Scope | undefined> {
  if (!target || versions.get(target.listId) === target.version + 1) return target
  return fillable(act, target.listId)
}

async function checkPlace(act: Act, family: Family, patch: TaskPatch, to: Scope | undefined): Promise<void> {
  const { task, subtree, height } = family
  const listId = to?.listId ?? task.listId
  if (to) await checkRoom(act, listId, [task, ...subtree])
  if (patch.notes !== undefined && patch.notes.length > task.notes.length)
    await checkNotes(act, listId, patch.notes)
  if (patch.sectionId && (to || patch.sectionId !== task.sectionId))
    await checkSection(act, patch.sectionId, listId)
  if (!patch.parentId || (!to && patch.parentId === task.parentId)) return
  const line = await checkParent(act, patch.parentId, listId, height)
  if (line.some((step) => step.id === task.id))
    throw problem(422, 'circle', 'A task cannot lie below itself.', [
      { pointer: '/parentId', detail: 'is the task itself or below it' },
    ])
  if (line[0]?.trashedAt !== null)
    throw problem(409, 'parent-trashed', 'The parent is in the trash; restore it first.')
}

/** Those who have the tasks in the former list learn that they left, and nothing about where they went. */
async function leave(act: Act, from: Scope, to: Scope, version: number, settled: Settled[]): Promise<void> {
  for (const some of pieces(settled.map(({ task }) => task.id))) {
    await GoneTaskRow.destroy({ where: { listId: [from.listId, to.listId], taskId: some } })
    await GoneTaskRow.bulkCreate(some.map((taskId) => ({ taskId, listId: from.listId, version })))
    for (const id of some) act.touched.leave(id, from.listId)
  }
  await announceList(act, from)
}

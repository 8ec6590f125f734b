import type { Task } from '@doable/contracts/task'
import { pieces } from '@doable/service-kit/pieces'
import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import { seen } from './access.ts'
import type { Act } from './act.ts'
import { announceTasks } from './announce.ts'
import type { Scope } from './scope.ts'
import { GoneTaskRow, TaskRow } from './task.ts'
import { hold } from './task-acts.ts'

/**
 * Erases a trashed task and what is below it. What is erased already stays so.
 * @throws 404 `task-not-found`, 403 `read-only`, 409 `not-trashed`
 */
export async function purgeTask(act: Act, id: string): Promise<void> {
  if (!(await seen(act, 'task', id)) && (await purgedBefore(act, id))) return
  const { scope, version, task, subtree } = await hold(act, id)
  if (task.trashedAt === null) throw problem(409, 'not-trashed', 'Only what is in the trash can be erased.')
  await erase(act, scope, [task, ...subtree], version)
}

/** Erases tasks of a list whose lock is held. */
export async function erase(act: Act, scope: Scope, tasks: Task[], version: number): Promise<void> {
  const ids = tasks.map(({ id }) => id)
  // Parents and children go in any order once they no longer point at each other.
  for (const some of pieces(ids)) await TaskRow.update({ parentId: null }, { where: { parentId: some } })
  for (const some of pieces(ids)) {
    await TaskRow.destroy({ where: { id: some } })
    await GoneTaskRow.destroy({ where: { listId: scope.listId, taskId: some } })
    await GoneTaskRow.bulkCreate(some.map((taskId) => ({ taskId, listId: scope.listId, version })))
  }
  for (const id of ids) act.touched.leave(id, scope.listId)
  await announceTasks(
    act,
    'task.purged',
    scope,
    tasks.map((task) => ({ task })),
  )
}

/** Whether it was erased from a list the person is in; a task that moved on still exists somewhere. */
async function purgedBefore({ platform, personId }: Act, id: string): Promise<boolean> {
  const sql = `
    SELECT g.listId FROM GoneTasks g JOIN ListMembers m ON m.listId = g.listId AND m.personId = $personId
    WHERE g.taskId = $id AND NOT EXISTS (SELECT 1 FROM Tasks t WHERE t.id = g.taskId)`
  const bind = { id, personId }
  return (await platform.db.query(sql, { bind, type: QueryTypes.SELECT })).length > 0
}

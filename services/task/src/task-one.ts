import type { Task } from '@doable/contracts/task'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { readTasks } from './task-rows.ts'

/** Asked after the tasks are found: a join would have SQLite start at the person's lists and read all that is in them. */
const mine = 'EXISTS (SELECT 1 FROM ListMembers m WHERE m.listId = t.listId AND m.personId = $me)'

/** @throws 404 `task-not-found` */
export async function oneTask(platform: Platform, me: string, id: string): Promise<Task> {
  const [task] = await readTasks(platform, `Tasks t WHERE t.id = $id AND ${mine}`, { id, me })
  if (!task) throw problem(404, 'task-not-found')
  return task
}

/** Those of the tasks that a person may see. */
export function tasksIn(platform: Platform, me: string, ids: string[]): Promise<Task[]> {
  const among = `t.id IN ${platform.dialect.idsIn('$ids')}`
  return readTasks(platform, `Tasks t WHERE ${among} AND ${mine}`, { ids: JSON.stringify(ids), me })
}

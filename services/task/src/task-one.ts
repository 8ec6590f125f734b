import type { Task } from '@doable/contracts/task'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { readTasks } from './task-rows.ts'

const mine = 'Tasks t JOIN ListMembers m ON m.listId = t.listId AND m.personId = $me'

/** @throws 404 `task-not-found` */
export async function oneTask(platform: Platform, me: string, id: string): Promise<Task> {
  const [task] = await readTasks(platform, `${mine} WHERE t.id = $id`, { id, me })
  if (!task) throw problem(404, 'task-not-found')
  return task
}

/** Those of the tasks that a person may see. */
export function tasksIn(platform: Platform, me: string, ids: string[]): Promise<Task[]> {
  const where = `t.id IN ${platform.dialect.idsIn('$ids')}`
  return readTasks(platform, `${mine} WHERE ${where}`, { ids: JSON.stringify(ids), me })
}

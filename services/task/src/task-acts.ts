import type { Task } from '@doable/contracts/task'
import { type Change, complete, reopen, restore, trash } from '@doable/domain/cascade'
import { problem } from '@doable/service-kit/problem'
import { editable, raise, type Scope } from './access.ts'
import { type Act, Overtaken } from './act.ts'
import { announceTasks } from './announce.ts'
import { type Family, familyOf } from './family.ts'
import { settle } from './task-settle.ts'

/** A task somebody may change, with the lock of its list held, so that what was read stays true. */
export type Held = { scope: Scope; version: number; versions: Map<string, number>; family: Family }

/** @throws 404 `task-not-found`, 403 `read-only` */
export async function hold(act: Act, id: string, others: string[] = []): Promise<Held> {
  const scope = await editable(act, 'task', id)
  const versions = await raiseAll(act, scope.listId, others)
  const family = await familyOf(act.platform, id)
  if (!family) throw problem(404, 'task-not-found')
  if (family.task.listId !== scope.listId) throw new Overtaken()
  return { scope, version: versions.get(scope.listId) as number, versions, family }
}

/** Lists are always locked in the order of their ids, so that no two acts wait for each other. */
export async function raiseAll(act: Act, listId: string, others: string[] = []): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  for (const id of [...new Set([listId, ...others])].sort()) versions.set(id, await raise(act, id))
  return versions
}

type Meaning = (family: Family, at: string) => Change[]
type Told = 'task.completed' | 'task.reopened' | 'task.trashed' | 'task.restored'

/** What is so already stays so, and nobody is told again. */
async function doTo(act: Act, id: string, told: Told, meaning: Meaning): Promise<Task> {
  const { scope, version, family } = await hold(act, id)
  act.touched.tasks.add(id)
  const all = [family.task, ...family.subtree, ...family.ancestors]
  const settled = await settle(act, all, meaning(family, act.at.toISOString()), version)
  await announceTasks(
    act,
    told,
    scope,
    settled.map(({ task }) => ({ task })),
  )
  return settled.find(({ task }) => task.id === id)?.task ?? family.task
}

/** Completes a task and what is open below it. */
export const completeTask = (act: Act, id: string): Promise<Task> =>
  doTo(act, id, 'task.completed', ({ task, subtree }, at) => complete(task, subtree, at, act.personId))

/** Opens a task, what was completed along with it, and its parents. */
export const reopenTask = (act: Act, id: string): Promise<Task> =>
  doTo(act, id, 'task.reopened', ({ task, subtree, ancestors }) => reopen(task, subtree, ancestors))

/** Puts a task and what is below it into the trash. */
export const trashTask = (act: Act, id: string): Promise<Task> =>
  doTo(act, id, 'task.trashed', ({ task, subtree }, at) => trash(task, subtree, at))

/** Brings a task back with what went along with it. */
export const restoreTask = (act: Act, id: string): Promise<Task> =>
  doTo(act, id, 'task.restored', ({ task, subtree, ancestors }) => restore(task, subtree, ancestors))

import type { Task } from '@doable/contracts/task'
import { type Change, type Only, reopen, restore, trash } from '@doable/domain/cascade'
import { raise, writable } from './access.ts'
import { type Act, Overtaken } from './act.ts'
import { announceTasks } from './announce.ts'
import { deepest, type Family, familyOf, lineOf } from './family.ts'
import { settle } from './task-settle.ts'

/** A task somebody may change, with the lock of its list held, so that what was read stays true. */
export type Held = Family & { version: number; versions: Map<string, number> }

/**
 * Reads first and locks then: if the list is at the very next version nobody came in between. Otherwise it is read again.
 * @throws 404 `task-not-found`, 403 `read-only`
 */
export async function hold(act: Act, id: string, others: string[] = []): Promise<Held> {
  const before = await familyOf(act, id)
  const { listId, version: read } = writable(before.scope)
  const versions = await raiseAll(act, listId, others)
  const version = versions.get(listId) as number
  const family = version === read + 1 ? before : await familyOf(act, id)
  if (writable(family.scope).listId !== listId) throw new Overtaken()
  return { ...family, version, versions }
}

/** Lists are always locked in the order of their ids, so that no two acts wait for each other. */
export async function raiseAll(
  act: Act,
  listId: string,
  others: string[] = [],
): Promise<Map<string, number>> {
  const versions = new Map<string, number>()
  for (const id of [...new Set([listId, ...others])].sort()) versions.set(id, await raise(act, id))
  return versions
}

type Meaning = (family: Family, at: string) => Change[] | Promise<Change[]>
type Told = 'task.reopened' | 'task.trashed' | 'task.restored'

/** What is so already stays so, and nobody is told again. */
async function doTo(act: Act, id: string, told: Told, meaning: Meaning): Promise<Task> {
  const family = await hold(act, id)
  const { scope, version } = family
  act.touched.tasks.add(id)
  const all = [family.task, ...family.subtree, ...family.ancestors]
  const changes = await meaning(family, act.at.toISOString())
  const settled = await settle(act, all, changes, version)
  await announceTasks(
    act,
    told,
    scope,
    settled.map(({ task }) => ({ task })),
  )
  return settled.find(({ task }) => task.id === id)?.task ?? family.task
}

/** Opens a task, what was completed along with it, and its parents. */
export const reopenTask = (act: Act, id: string, only?: Only): Promise<Task> =>
  doTo(act, id, 'task.reopened', ({ task, subtree, ancestors }) => reopen(task, subtree, ancestors, only))

/** Puts a task and what is below it into the trash, back below the parent from which restoring it alone had taken it. */
export const trashTask = (act: Act, id: string, parentId?: string): Promise<Task> =>
  doTo(act, id, 'task.trashed', async ({ task, subtree, height }, at) => {
    const line = parentId === undefined ? [] : await lineOf(act.platform, parentId)
    return trash(task, subtree, at, line.length + 1 + height > deepest ? undefined : line[0])
  })

/** Brings a task back with what went along with it. */
export const restoreTask = (act: Act, id: string, only?: Only): Promise<Task> =>
  doTo(act, id, 'task.restored', ({ task, subtree, ancestors }) => restore(task, subtree, ancestors, only))

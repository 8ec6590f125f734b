import type { Changes } from '@doable/contracts/sync'
import { byKind, type Kind, kinds, type RowOf, type Rows } from './kinds.ts'

/** A change of what is confirmed, in full: it can be applied by a tab that did not hear the server itself. */
export type Delta = {
  put: { [K in Kind]: RowOf[K][] }
  gone: { [K in Kind]: string[] }
}

export const emptyDelta = (): Delta => ({
  put: byKind<Delta['put']>(() => []),
  gone: byKind<Delta['gone']>(() => []),
})

export const isEmpty = ({ put, gone }: Delta): boolean =>
  kinds.every((kind) => put[kind].length === 0 && gone[kind].length === 0)

/**
 * What the server's words mean for the rows at hand. A task is gone only if it is still in the list that it left, and a
 * list that is gone takes its sections and tasks along.
 */
export function deltaOf(confirmed: Rows, changes: Changes): Delta {
  const listNow = new Map(changes.tasks.map((task) => [task.id, task.listId]))
  const isIn = (id: string, listId: string) => (listNow.get(id) ?? confirmed.tasks.get(id)?.listId) === listId
  const left = new Set(changes.goneLists)
  const below = <T extends { id: string; listId: string }>(rows: Iterable<T>, moved?: Map<string, string>) =>
    [...rows].filter(({ id, listId }) => left.has(moved?.get(id) ?? listId)).map(({ id }) => id)
  const goneTasks = [
    ...changes.goneTasks.filter(({ id, listId }) => isIn(id, listId)).map(({ id }) => id),
    ...(left.size === 0 ? [] : below(confirmed.tasks.values(), listNow)),
  ]
  return {
    put: byKind<Delta['put']>((kind) => changes[kind]),
    gone: {
      ...emptyDelta().gone,
      lists: changes.goneLists,
      sections: left.size === 0 ? [] : below(confirmed.sections.values()),
      tasks: goneTasks,
      completions: alongWith(confirmed.completions, goneTasks),
      comments: alongWith(confirmed.comments, goneTasks),
    },
  }
}

/** Completions and comments have no life of their own: they go with their task. */
function alongWith(rows: Map<string, { id: string; taskId: string }>, taskIds: string[]): string[] {
  if (taskIds.length === 0) return []
  const gone = new Set(taskIds)
  return [...rows.values()].filter(({ taskId }) => gone.has(taskId)).map(({ id }) => id)
}

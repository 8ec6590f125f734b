import type { Task } from '@doable/contracts/task'
import { compareKeys, keysBetween } from '@doable/domain/ordering'

/** Before or after that task (or list, section, label); at the end without either. */
export type Placement = { before?: string | undefined; after?: string | undefined }
type Placed = { id: string; position: string }

/** The tasks that share an order with one at this place, trashed and completed ones too: they may come back. */
export const siblings = (
  tasks: Iterable<Task>,
  place: { listId: string; sectionId: string | null; parentId: string | null },
): Task[] =>
  [...tasks].filter(
    (task) =>
      task.parentId === place.parentId &&
      (place.parentId !== null || (task.listId === place.listId && task.sectionId === place.sectionId)),
  )

/**
 * New positions for `ids`, in that order, among things that share an order. Where the gap has closed, because two devices
 * put something into the same place, what stands right behind gets new positions too.
 */
export function place(ids: string[], among: Placed[], { before, after }: Placement, random = Math.random) {
  const others = among.filter(({ id }) => !ids.includes(id)).sort(compareKeys)
  const anchor = others.findIndex(({ id }) => id === (before ?? after))
  const at = anchor < 0 ? others.length : before === undefined ? anchor + 1 : anchor
  const low = others[at - 1]?.position ?? null
  const behind = others.slice(at)
  const stuck = behind.findIndex(({ position }) => low === null || position > low)
  const pushed = behind.slice(0, stuck < 0 ? behind.length : stuck).map(({ id }) => id)
  const all = [...ids, ...pushed]
  const keys = keysBetween(low, behind[pushed.length]?.position ?? null, all.length, random)
  return all.map((id, index) => ({ id, position: keys[index] as string }))
}

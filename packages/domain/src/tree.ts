/**
 * Subtasks of any depth. Everything walks in loops, never by calling itself, so that depth costs no stack. Two devices that
 * each moved a task under the other while offline make a circle; nothing here hangs on one or loses a task over it.
 */
export type Node = { id: string; parentId: string | null }
export type Children<T extends Node> = ReadonlyMap<string | null, readonly T[]>

/** Tasks by their parent, each group in the order they came in. A parent that is not among the tasks counts as none. */
export function childrenOf<T extends Node>(tasks: Iterable<T>): Children<T> {
  const all = [...tasks]
  const known = new Set(all.map(({ id }) => id))
  const children = new Map<string | null, T[]>()
  for (const task of all) {
    const parent = task.parentId !== null && known.has(task.parentId) ? task.parentId : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(task)
    else children.set(parent, [task])
  }
  return children
}

export type Row<T> = { task: T; depth: number }

function walk<T extends Node>(start: readonly T[], children: Children<T>, seen: Set<string>): Row<T>[] {
  const rows: Row<T>[] = []
  const waiting = start.map((task) => ({ task, depth: 0 })).reverse()
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    if (seen.has(row.task.id)) continue
    seen.add(row.task.id)
    rows.push(row)
    const below = children.get(row.task.id) ?? []
    for (let at = below.length - 1; at >= 0; at--)
      waiting.push({ task: below[at] as T, depth: row.depth + 1 })
  }
  return rows
}

/** Every task once, parents before what is below them, siblings in the order they came in. Circles start at their first task. */
export function flatten<T extends Node>(tasks: readonly T[]): Row<T>[] {
  const children = childrenOf(tasks)
  const seen = new Set<string>()
  const rows = walk(children.get(null) ?? [], children, seen)
  for (const task of tasks) if (!seen.has(task.id)) rows.push(...walk([task], children, seen))
  return rows
}

/** The rows that are in sight while some tasks are folded up: what is below those is left out. */
export function visible<T extends Node>(rows: readonly Row<T>[], folded: ReadonlySet<string>): Row<T>[] {
  let hiddenBelow = Number.POSITIVE_INFINITY
  return rows.filter(({ task, depth }) => {
    if (depth > hiddenBelow) return false
    hiddenBelow = folded.has(task.id) ? depth : Number.POSITIVE_INFINITY
    return true
  })
}

/** All that is below a task, at any depth, parents first. */
export function descendants<T extends Node>(children: Children<T>, id: string): T[] {
  return walk(children.get(id) ?? [], children, new Set([id])).map(({ task }) => task)
}

/** The parents of a task, the nearest first; `byId` looks a task up. */
export function ancestors<T extends Node>(byId: (id: string) => T | undefined, task: T): T[] {
  const above: T[] = []
  const seen = new Set([task.id])
  let parent = task.parentId === null ? undefined : byId(task.parentId)
  while (parent && !seen.has(parent.id)) {
    seen.add(parent.id)
    above.push(parent)
    parent = parent.parentId === null ? undefined : byId(parent.parentId)
  }
  return above
}

/** Whether a task would come to lie below itself under that parent. */
export function wouldCycle<T extends Node>(
  byId: (id: string) => T | undefined,
  taskId: string,
  newParentId: string | null,
): boolean {
  if (newParentId === null) return false
  if (newParentId === taskId) return true
  const parent = byId(newParentId)
  return parent !== undefined && ancestors(byId, parent).some(({ id }) => id === taskId)
}

/** How many of a task's direct subtasks are completed: the "1/3" of its row. Trashed ones do not count. */
export function progress<T extends Node & { completedAt: string | null; trashedAt: string | null }>(
  children: Children<T>,
  id: string,
): { done: number; total: number } {
  const own = (children.get(id) ?? []).filter(({ trashedAt }) => trashedAt === null)
  return { done: own.filter(({ completedAt }) => completedAt !== null).length, total: own.length }
}

import type { Task } from '@doable/contracts/task'
import type { Group } from './group.ts'

export type TaskLine = {
  kind: 'task'
  key: string
  id: string
  groupId: string
  /** 0 at the top, 1 for a subtask, and so on. */
  depth: number
  /** From 1, among all tasks of the group that are shown. */
  place: number
  size: number
  /** How many subtasks could be shown below it. */
  children: number
  folded: boolean
  /** The day that the page says already. */
  day?: string
  /** Completed a moment ago and on its way out. */
  leaving?: boolean
}
export type Line =
  | TaskLine
  | { kind: 'heading'; key: string; group: Group; count: number; folded: boolean }
  | { kind: 'add'; key: string; group: Group; open: boolean }

export type Nesting = {
  /** The subtasks to show below a task, in order; nothing on pages that do not nest. */
  childrenOf(id: string): readonly Task[]
  isFolded(id: string): boolean
}

type Walk = { nesting: Nesting; seen: Set<string>; group: Group; lines: TaskLine[] }

/** A task with the subtasks shown below it, from top to bottom. A circle, which damaged data may hold, is walked once. */
function branch({ id }: Task, depth: number, walk: Walk) {
  const { nesting, seen, group, lines } = walk
  if (seen.has(id)) return
  seen.add(id)
  const children = nesting.childrenOf(id)
  const folded = children.length > 0 && nesting.isFolded(id)
  const place = lines.length + 1
  const day = group.day === undefined ? undefined : { day: group.day }
  lines.push({
    kind: 'task',
    key: id,
    id,
    groupId: group.id,
    depth,
    place,
    size: 0,
    children: children.length,
    folded,
    ...day,
  })
  if (!folded) for (const child of children) branch(child, depth + 1, walk)
}

/** The tasks of one group as lines; each task once on the whole page (`seen`), so that a key never comes twice. */
export function taskLines(group: Group, nesting: Nesting, seen = new Set<string>()): TaskLine[] {
  const lines: TaskLine[] = []
  for (const task of group.tasks) branch(task, 0, { nesting, seen, group, lines })
  for (const line of lines) line.size = lines.length
  return lines
}

/** Days are many and mostly empty: they have a line to add a task only once it is asked for. */
const hasAddLine = (group: Group, adding: string | undefined) =>
  group.add !== undefined && (group.heading?.kind !== 'day' || adding === group.id)

/**
 * A whole page from top to bottom: headings, tasks with their subtasks, and the lines to add one. `adding` is the group in
 * which one is being added right now.
 */
export function toLines(groups: readonly Group[], nesting: Nesting, adding?: string): Line[] {
  const seen = new Set<string>()
  return groups.flatMap((group): Line[] => {
    const folded = group.heading !== undefined && nesting.isFolded(group.id)
    const tasks = taskLines(group, nesting, seen)
    if (group.spare && tasks.length === 0) return []
    const { id, heading } = group
    const head: Line[] = heading
      ? [{ kind: 'heading', key: `heading ${id}`, group, count: tasks.length, folded }]
      : []
    if (folded) return head
    const open = adding === id
    const add: Line[] = hasAddLine(group, adding) ? [{ kind: 'add', key: `add ${id}`, group, open }] : []
    return [...head, ...tasks, ...add]
  })
}

/** The ids of the tasks from top to bottom, without those on their way out: what the arrow keys walk. */
export function idsOf(lines: readonly Line[]): string[] {
  const ids: string[] = []
  for (const line of lines) if (line.kind === 'task' && !line.leaving) ids.push(line.id)
  return ids
}

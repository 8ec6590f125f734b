import type { Place } from '../acts/acts.ts'
import type { Group, Into } from '../lines/group.ts'
import type { Line, TaskLine } from '../lines/line.ts'

/** One step of a task by the keyboard: where it goes, and beside, below or above which task or into which group that is. */
export type Step =
  | { kind: 'before' | 'after' | 'below' | 'out'; neighbour: string; place: Place }
  | { kind: 'group'; group: Group; into: Into; place?: Place }

const tasksOf = (lines: readonly Line[]) =>
  lines.filter((line): line is TaskLine => line.kind === 'task' && !line.leaving)

/** The next line at the same depth under the same parent, in one direction. */
function sibling(lines: TaskLine[], at: number, direction: 1 | -1): TaskLine | undefined {
  const { depth, groupId } = lines[at] as TaskLine
  for (let next = at + direction; lines[next]; next += direction) {
    const line = lines[next] as TaskLine
    if (line.groupId !== groupId || line.depth < depth) return undefined
    if (line.depth === depth) return line
  }
}

function parentOf(lines: TaskLine[], at: number): TaskLine | undefined {
  const { depth, groupId } = lines[at] as TaskLine
  return lines.slice(0, at).findLast((line) => line.depth < depth && line.groupId === groupId)
}

/** The next group in one direction that tasks can be put into. */
const groupBeside = (groups: readonly Group[], groupId: string, direction: 1 | -1): Group | undefined => {
  const at = groups.findIndex(({ id }) => id === groupId)
  const rest = direction > 0 ? groups.slice(at + 1) : groups.slice(0, Math.max(at, 0)).toReversed()
  return rest.find(({ into }) => into)
}

/** Into the group above or below, or before or behind, without a place in it. */
export function stepToGroup(
  groups: readonly Group[],
  groupId: string | undefined,
  direction: 1 | -1,
): Step | undefined {
  const group = groupId === undefined ? undefined : groupBeside(groups, groupId, direction)
  return group?.into && { kind: 'group', group, into: group.into }
}

/** Over the edge of its group into the one above or below it, at the end that is nearer. */
function overEdge(
  lines: TaskLine[],
  at: number,
  direction: 1 | -1,
  groups: readonly Group[],
): Step | undefined {
  const { groupId, depth } = lines[at] as TaskLine
  const group = depth > 0 ? undefined : groupBeside(groups, groupId, direction)
  if (!group?.into) return undefined
  const { into } = group
  if (!('listId' in into)) return { kind: 'group', group, into }
  const near = direction > 0 ? group.tasks[0] : group.tasks.at(-1)
  const beside = near && { [direction > 0 ? 'before' : 'after']: near.id }
  return { kind: 'group', group, into, place: { ...into, parentId: null, ...beside } }
}

/** One place up (-1) or down (1) among the tasks around it. Nothing at the very end. */
export function stepAlong(
  lines: readonly Line[],
  groups: readonly Group[],
  id: string,
  direction: 1 | -1,
): Step | undefined {
  const tasks = tasksOf(lines)
  const at = tasks.findIndex((line) => line.id === id)
  if (at < 0) return undefined
  const near = sibling(tasks, at, direction)
  if (!near) return overEdge(tasks, at, direction, groups)
  return direction > 0
    ? { kind: 'after', neighbour: near.id, place: { after: near.id } }
    : { kind: 'before', neighbour: near.id, place: { before: near.id } }
}

/** Under the task above it, as its last subtask. Nothing for the first task. */
export function stepIn(lines: readonly Line[], id: string): Step | undefined {
  const tasks = tasksOf(lines)
  const at = tasks.findIndex((line) => line.id === id)
  const above = at < 0 ? undefined : sibling(tasks, at, -1)
  return above && { kind: 'below', neighbour: above.id, place: { parentId: above.id } }
}

/** Out of its parent, to right behind it. `parentOfTask` says what the parent's own parent is. */
export function stepOut(
  lines: readonly Line[],
  id: string,
  parentOfTask: (id: string) => string | null,
): Step | undefined {
  const tasks = tasksOf(lines)
  const at = tasks.findIndex((line) => line.id === id)
  const parent = at < 0 ? undefined : parentOf(tasks, at)
  if (!parent) return undefined
  return { kind: 'out', neighbour: parent.id, place: { parentId: parentOfTask(parent.id), after: parent.id } }
}

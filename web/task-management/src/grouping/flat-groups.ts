import type { Task } from '@doable/contracts/task'
import type { ViewGrouping } from '@doable/contracts/view'
import type { Defaults, Group } from '../lines/group.ts'
import type { World } from './entries.ts'
import { grouped } from './grouped.ts'

/** Groups of a page, last what is completed. */
export function withCompleted(groups: Group[], key: string, completed: readonly Task[]): Group[] {
  if (completed.length === 0) return groups
  return [...groups, { id: `completed ${key}`, heading: { kind: 'completed' }, tasks: completed }]
}

/** The groups of a page that mixes lists: one run, or parted by what the tasks have; last what is completed. */
export function flatGroups({
  open,
  completed = [],
  groupBy,
  world,
  base,
}: {
  /** Sorted as the page is. */
  open: readonly Task[]
  completed?: readonly Task[]
  groupBy: ViewGrouping
  world: World
  /** The page's name, and what a task that is added to it starts with. */
  base: { key: string; add?: Defaults | undefined }
}): Group[] {
  const { key, add } = base
  const whole = groupBy === 'none' || groupBy === 'section'
  const groups = whole ? [{ id: key, tasks: open, ...(add && { add }) }] : grouped(open, groupBy, world, base)
  return withCompleted(groups, key, completed)
}

import type { Task } from '@doable/contracts/task'
import type { Defaults, Group } from '../lines/group.ts'
import { type FieldGrouping, partings, type World } from './entries.ts'

const none: readonly Task[] = []

/** What the page starts a task with, and what the group adds to that. Without the first nothing can be added. */
function added(page: Defaults | undefined, group: Defaults | undefined) {
  if (!page || !group) return
  const labels = [...new Set([...(page.labels ?? []), ...(group.labels ?? [])])]
  return { add: { ...page, ...group, ...(labels.length > 0 && { labels }) } }
}

/** A page's tasks, parted by what they have; each group in the order of the page. `key` names the page. */
export function grouped(
  tasks: readonly Task[],
  by: FieldGrouping,
  world: World,
  { key, add, writable = true }: { key: string; add?: Defaults | undefined; writable?: boolean },
): Group[] {
  const { keyOf, entries } = partings[by](world)
  const parts = Map.groupBy(tasks, keyOf)
  return entries(new Set(parts.keys())).map(({ key: part, into, add: own, ...rest }) => ({
    ...rest,
    id: `${by} ${part} of ${key}`,
    tasks: parts.get(part) ?? none,
    ...(writable && into && { into }),
    ...(writable && added(add, own)),
  }))
}

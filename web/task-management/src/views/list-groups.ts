import type { Section } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import { withCompleted } from '../grouping/flat-groups.ts'
import type { Group } from '../lines/group.ts'

type Content = {
  listId: string
  /** The open tasks of the list, subtasks among them, sorted as the page is. */
  open: readonly Task[]
  sections: readonly Section[]
  /** Completed tasks to show at the end. */
  completed: readonly Task[]
  /** Whether the person may add and move tasks here. */
  writable: boolean
  /** Parts the tasks at the top otherwise than by section. */
  part?: ((tops: readonly Task[]) => Group[]) | undefined
}

/** The open tasks by section, and the subtasks below each task; one whose parent is not among them is at the top. */
function arranged(open: readonly Task[]) {
  const isSubtask = (task: Task) => task.parentId !== null
  const ids = open.some(isSubtask) ? new Set(open.map(({ id }) => id)) : undefined
  const tops: Task[] = []
  const subtasks = new Map<string, Task[]>()
  for (const task of open) {
    const parentId = task.parentId !== null && ids?.has(task.parentId) ? task.parentId : undefined
    if (parentId === undefined) tops.push(task)
    else if (subtasks.get(parentId)?.push(task) === undefined) subtasks.set(parentId, [task])
  }
  return { tops, subtasks }
}

/** First what is in no section, then the sections. */
function sectionGroups(tops: readonly Task[], { listId, sections, writable }: Content): Group[] {
  const bySection = Map.groupBy(tops, ({ sectionId }) => sectionId)
  const place = (sectionId: string | null) =>
    writable && { into: { listId, sectionId }, add: { listId, ...(sectionId && { sectionId }) } }
  const groups: Group[] = [{ id: `list ${listId}`, tasks: bySection.get(null) ?? [], ...place(null) }]
  for (const { id } of sections)
    groups.push({
      id,
      heading: { kind: 'section', sectionId: id },
      tasks: bySection.get(id) ?? [],
      ...place(id),
    })
  return groups
}

/** A list as its page shows it: by section or otherwise parted, last what is completed. */
export function listGroups(content: Content) {
  const { listId, open, completed, part } = content
  const { tops, subtasks } = arranged(open)
  const groups = part ? part(tops) : sectionGroups(tops, content)
  return { groups: withCompleted(groups, listId, completed), subtasks }
}

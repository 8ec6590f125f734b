import type { Section } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
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
  return { bySection: Map.groupBy(tops, ({ sectionId }) => sectionId), subtasks }
}

/** A list as its page shows it: first what is in no section, then the sections, last what is completed. */
export function listGroups({ listId, open, sections, completed, writable }: Content) {
  const { bySection, subtasks } = arranged(open)
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
  if (completed.length > 0)
    groups.push({ id: `completed ${listId}`, heading: { kind: 'completed' }, tasks: completed })
  return { groups, subtasks }
}

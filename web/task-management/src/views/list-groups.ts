import type { Section } from '@doable/contracts/list'
import type { Task, TaskSort } from '@doable/contracts/task'
import type { Now } from '@doable/domain/calendar'
import { sortTasks } from '@doable/domain/sorting'
import type { Group } from '../lines/group.ts'

type Content = {
  listId: string
  /** The open tasks of the list, subtasks among them. */
  open: readonly Task[]
  sections: readonly Section[]
  /** Completed tasks to show at the end. */
  completed: readonly Task[]
  /** Whether the person may add and move tasks here. */
  writable: boolean
}

/** A list as its page shows it: first what is in no section, then the sections, last what is completed. */
export function listGroups(content: Content, sort: TaskSort, now: Now, locale: string): Group[] {
  const { listId, open, sections, completed, writable } = content
  const ids = new Set(open.map(({ id }) => id))
  const top = open.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  const bySection = Map.groupBy(sortTasks(top, sort, now, locale), ({ sectionId }) => sectionId)
  const place = (sectionId: string | null) =>
    writable && { into: { listId, sectionId }, add: { listId, ...(sectionId && { sectionId }) } }
  const groups: Group[] = [
    { id: `list ${listId}`, tasks: bySection.get(null) ?? [], ...place(null) },
    ...sections.map(
      ({ id }): Group => ({
        id,
        heading: { kind: 'section', sectionId: id },
        tasks: bySection.get(id) ?? [],
        ...place(id),
      }),
    ),
  ]
  if (completed.length === 0) return groups
  return [...groups, { id: `completed ${listId}`, heading: { kind: 'completed' }, tasks: completed }]
}

/** The open subtasks below each task, sorted as the page is. */
export function subtasksByParent(open: readonly Task[], sort: TaskSort, now: Now, locale: string) {
  const below = Map.groupBy(
    open.filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId as string,
  )
  for (const [id, tasks] of below) below.set(id, sortTasks(tasks, sort, now, locale))
  return below
}

import type { Color } from '@doable/contracts/common'
import type { Section } from '@doable/contracts/list'
import type { NewTask, Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { compareKeys } from '@doable/domain/ordering'
import { flatten } from '@doable/domain/tree'
import { fieldsOf, seriesOf } from './copies.ts'
import type { View } from './view.ts'

/** A list that is to be made, with what is in it: parents before what is below them. */
export type WholeList = {
  list: { id: string; name: string; color: Color }
  sections: (Pick<Section, 'name' | 'position' | 'listId'> & { id: string })[]
  tasks: (NewTask & { id: string })[]
}

/** New ids for things that have some. */
const fresh = (all: Iterable<{ id: string }>) => new Map([...all].map(({ id }) => [id, newId()]))

/**
 * A list once more, archived or not, with its sections and its open tasks; positions mean the same in it, so they stay.
 * Nobody is assigned, since the copy is its maker's alone. Undefined where the list is not known.
 */
export function copyOfList(view: View, listId: string, name: string): WholeList | undefined {
  const list = view.lists.get(listId)
  if (!list) return undefined
  const id = newId()
  const inIt = (row: { listId: string; trashedAt: string | null }) =>
    row.listId === listId && row.trashedAt === null
  const sections = [...view.sections.values()].filter(inIt).sort(compareKeys)
  const open = [...view.tasks.values()].filter((task) => inIt(task) && task.completedAt === null)
  const tasks = flatten(open.sort(compareKeys)).map(({ task }) => task)
  const newSections = fresh(sections)
  const newTasks = fresh(tasks)
  const copied = (task: Task) => ({
    ...fieldsOf(task),
    ...seriesOf(task),
    id: newTasks.get(task.id) as string,
    listId: id,
    sectionId: newSections.get(task.sectionId ?? '') ?? null,
    parentId: newTasks.get(task.parentId ?? '') ?? null,
    assigneeId: null,
    position: task.position,
  })
  return {
    list: { id, name, color: list.color },
    sections: sections.map((section) => ({
      ...{ id: newSections.get(section.id) as string, listId: id },
      ...{ name: section.name, position: section.position },
    })),
    tasks: tasks.map(copied),
  }
}

import type { Color } from '@doable/contracts/common'
import type { Section } from '@doable/contracts/list'
import type { NewTask, Task } from '@doable/contracts/task'
import { daysBetween } from '@doable/domain/calendar'
import { newId } from '@doable/domain/ids'
import { earliestDay, movedBy, movedPlan } from '@doable/domain/moved-plan'
import { compareKeys } from '@doable/domain/ordering'
import { flatten } from '@doable/domain/tree'
import { fieldsOf, seriesOf } from './copies.ts'
import type { View } from './view.ts'

/** A list that is to be made, with what is in it: parents before what is below them. */
export type WholeList = {
  list: { id: string; name: string; color: Color; template?: true }
  sections: (Pick<Section, 'name' | 'position' | 'listId'> & { id: string })[]
  tasks: (NewTask & { id: string })[]
}

export type Copying = {
  name: string
  /** A template is made; reminders at a day and time of their own mean nothing in it. */
  template?: boolean | undefined
  /** The day on which the earliest of all its days is to be; the others keep their distance. They stay without it. */
  startOn?: string | undefined
}

/** What of a list goes into a copy: its sections, and its open tasks with parents before what is below them. */
export function contentOf(view: View, listId: string): { sections: Section[]; tasks: Task[] } {
  const inIt = (row: { listId: string; trashedAt: string | null }) =>
    row.listId === listId && row.trashedAt === null
  const open = [...view.tasks.values()].filter((task) => inIt(task) && task.completedAt === null)
  return {
    sections: [...view.sections.values()].filter(inIt).sort(compareKeys),
    tasks: flatten(open.sort(compareKeys)).map(({ task }) => task),
  }
}

/** New ids for things that have some. */
const fresh = (all: Iterable<{ id: string }>) => new Map([...all].map(({ id }) => [id, newId()]))

/**
 * A list or a template once more, archived or not, with its sections and its open tasks; positions mean the same in it, so
 * they stay. Nobody is assigned, since the copy is its maker's alone. Undefined where the list is not known.
 */
export function copyOfList(view: View, listId: string, copying: Copying): WholeList | undefined {
  const list = view.lists.get(listId)
  if (!list) return undefined
  const id = newId()
  const { sections, tasks } = contentOf(view, listId)
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
    ...(copying.template && { reminders: task.reminders.filter(({ kind }) => kind === 'before') }),
  })
  return {
    list: { id, name: copying.name, color: list.color, ...(copying.template && { template: true }) },
    sections: sections.map((section) => ({
      ...{ id: newSections.get(section.id) as string, listId: id },
      ...{ name: section.name, position: section.position },
    })),
    tasks: planned(tasks, copying.startOn).map(copied),
  }
}

/** The tasks with the earliest of their days on that day. What is below a repeating task moves as that does. */
function planned(tasks: Task[], startOn: string | undefined): Task[] {
  const first = earliestDay(tasks)
  if (startOn === undefined || first === null) return tasks
  const by = daysBetween(first, startOn)
  const moved = new Map<string, number>()
  return tasks.map((task) => {
    const days = movedBy(task, moved.get(task.parentId ?? '') ?? by)
    moved.set(task.id, days)
    return { ...task, ...movedPlan(task, days) }
  })
}

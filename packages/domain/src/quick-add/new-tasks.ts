import type { NewTask } from '@doable/contracts/task'
import { newId } from '../ids.ts'
import type { QuickAddOptions } from '../quick-add.ts'
import { mostLabels, type QuickAddFields } from './fields.ts'
import type { QuickLine } from './parse-lines.ts'
import type { Here, Place } from './place.ts'
import { titleAndNotes } from './title-limit.ts'

type NewPlace = { id: string; name: string }
/** What lines of quick add come to: tasks, each parent before those below it, and what must be made before them. */
export type Planned = {
  lists: NewPlace[]
  sections: (NewPlace & { listId: string })[]
  /** Words that have no entry among the person's labels yet. */
  labels: string[]
  tasks: (NewTask & { id: string; listId: string })[]
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const named = <T extends NewPlace>(all: readonly T[], name: string) =>
  all.find((each) => same(each.name, name))

/** The list of this name, which is planned if there is none. */
function listFor(name: string, planned: Planned, lists: readonly Place[]): string {
  const known = named<NewPlace>(lists, name) ?? named(planned.lists, name)
  if (known) return known.id
  const list = { id: newId(), name }
  planned.lists.push(list)
  return list.id
}

/** The section of this name in a list, which is planned if there is none. */
function sectionFor(name: string, listId: string, planned: Planned, lists: readonly Place[]): string {
  const coming = planned.sections.filter((section) => section.listId === listId)
  const known =
    named<NewPlace>(lists.find(({ id }) => id === listId)?.sections ?? [], name) ?? named(coming, name)
  if (known) return known.id
  const section = { id: newId(), listId, name }
  planned.sections.push(section)
  return section.id
}

type Spot = { listId: string; sectionId: string | null; parentId: string | undefined }

/** The place that a line names, or the one it is given: a list that it is in anyway changes nothing. */
function spotOf(
  planned: Planned,
  { listName, sectionName }: QuickAddFields,
  given: Spot,
  lists: readonly Place[],
) {
  const listId = listName === null ? given.listId : listFor(listName, planned, lists)
  if (listId === given.listId && sectionName === null) return given
  const sectionId = sectionName && sectionFor(sectionName, listId, planned, lists)
  return { listId, sectionId, parentId: undefined }
}

/** The labels of a task; `met` holds those that there are or are planned, in small letters. */
function labelsOf(planned: Planned, { labels }: QuickAddFields, here: Here, met: Set<string>): string[] {
  const own = (here.labels ?? []).filter((name) => !labels.some((other) => same(other, name)))
  const all = [...labels, ...own].slice(0, mostLabels)
  for (const name of all) {
    if (met.has(name.toLowerCase())) continue
    met.add(name.toLowerCase())
    planned.labels.push(name)
  }
  return all
}

function taskOf(
  fields: QuickAddFields,
  spot: Spot,
  labels: string[],
  here: Here,
): Omit<NewTask, 'title'> & { listId: string } {
  const { dueOn, dueTime, deadlineOn, durationMinutes, repeatRule, repeatMode, assignee, reminders } = fields
  const assigneeId = assignee?.id ?? here.assigneeId
  return {
    listId: spot.listId,
    sectionId: spot.sectionId,
    ...(spot.parentId && { parentId: spot.parentId }),
    labels,
    priority: fields.priority ?? here.priority ?? 4,
    dueOn,
    dueTime,
    deadlineOn,
    durationMinutes,
    ...(repeatRule !== null && { repeatRule, repeatMode }),
    ...(assigneeId && { assigneeId }),
    ...(reminders.length > 0 && { reminders }),
  }
}

/**
 * What the lines are to make, for whoever makes it: the browser in its store, the server in a transaction. A line below
 * another becomes its subtask, unless it names a list or section of its own: then it stands there by itself.
 * @param options those that the lines were read with
 */
export function newTasks(
  lines: readonly QuickLine[],
  options: QuickAddOptions & { me: { id: string } },
): Planned {
  const { me, here = {}, lists = [], labels: known = [] } = options
  const met = new Set(known.map((name) => name.toLowerCase()))
  const planned: Planned = { lists: [], sections: [], labels: [], tasks: [] }
  const start: Spot = {
    listId: here.listId ?? me.id,
    sectionId: here.sectionId ?? null,
    parentId: here.parentId,
  }
  for (const { parsed, parent } of lines) {
    const above = parent === undefined ? undefined : planned.tasks[parent]
    const given = above
      ? { listId: above.listId, sectionId: above.sectionId ?? null, parentId: above.id }
      : start
    const ownHere = above ? { labels: here.labels } : here
    const spot = spotOf(planned, parsed.fields, given, lists)
    const labels = labelsOf(planned, parsed.fields, ownHere, met)
    planned.tasks.push({
      id: newId(),
      ...titleAndNotes(parsed.title),
      ...taskOf(parsed.fields, spot, labels, ownHere),
    })
  }
  return planned
}

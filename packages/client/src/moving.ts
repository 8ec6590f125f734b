import type { NewTask, Task } from '@doable/contracts/task'
import type { Act } from './inverse.ts'
import { type Placement, place, siblings } from './placement.ts'
import type { View } from './view.ts'

type Made = NewTask & { id: string }
type Where = { listId: string; sectionId: string | null; parentId: string | null }
/** Where tasks go. What is left out follows from the rest: a parent's or a neighbour's list, a section's list. */
export type Target = Placement & Partial<Where>
type Tasks = View['tasks']

export type Updating = Extract<Act, { type: 'task.update' }>
const update = (subjectId: string, fields: Partial<Task>): Updating => ({
  type: 'task.update',
  subjectId,
  fields,
})

/** Those that `groups` puts into the same place, in their order. */
function byPlace<T>(all: [T, Where][]): Map<Where, T[]> {
  const keys = new Map<string, Where>()
  const groups = new Map<Where, T[]>()
  for (const [one, where] of all) {
    const key = where.parentId ?? `${where.listId} ${where.sectionId}`
    const place = keys.get(key) ?? where
    keys.set(key, place)
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  return groups
}

/** Acts that create tasks, each at its place; one of them may be the parent of a later one. */
export function creations(made: Made[], tasks: Tasks, inboxId: string, placement: Placement): Act[] {
  const known = (id: string | null | undefined) => tasks.get(id ?? '') ?? where.get(id ?? '')
  const where = new Map<string, Where>()
  for (const task of made) {
    const parent = known(task.parentId)
    const beside = known(placement.before ?? placement.after)
    const near = parent ?? (task.listId === undefined && task.sectionId === undefined ? beside : undefined)
    where.set(task.id, {
      listId: task.listId ?? near?.listId ?? inboxId,
      sectionId: task.sectionId ?? near?.sectionId ?? null,
      parentId:
        task.parentId ??
        (task.parentId === undefined ? (near === beside ? near?.parentId : null) : null) ??
        null,
    })
  }
  const positions = new Map<string, string>()
  const others: Act[] = []
  const groups = byPlace(made.map((task) => [task.id, where.get(task.id) as Where]))
  for (const [target, ids] of groups) {
    for (const { id, position } of place(ids, siblings(tasks.values(), target), placement)) {
      if (ids.includes(id)) positions.set(id, position)
      else others.push(update(id, { position }))
    }
  }
  const creating = made.map(({ id, ...fields }): Act => {
    const position = fields.position ?? positions.get(id)
    return {
      type: 'task.create',
      subjectId: id,
      fields: { ...fields, ...where.get(id), ...(position && { position }) },
    }
  })
  return [...creating, ...others]
}

function isBelow(tasks: Tasks, task: Task, ids: ReadonlySet<string>): boolean {
  const seen = new Set<string>()
  for (let id = task.parentId; id !== null && !seen.has(id); id = tasks.get(id)?.parentId ?? null) {
    if (ids.has(id)) return true
    seen.add(id)
  }
  return false
}

function targetOf(task: Task, to: Target, { tasks, sections }: View): Where {
  const beside = tasks.get(to.before ?? to.after ?? '')
  const named = to.listId !== undefined || to.sectionId !== undefined
  const away = named ? null : (beside?.parentId ?? (beside ? null : task.parentId))
  const parentId = to.parentId !== undefined ? to.parentId : away
  const parent = parentId === null ? undefined : tasks.get(parentId)
  if (parent) return { listId: parent.listId, sectionId: parent.sectionId, parentId }
  const ofSection = to.sectionId ? sections.get(to.sectionId)?.listId : undefined
  const listId = to.listId ?? ofSection ?? beside?.listId ?? task.listId
  const stays = listId === task.listId ? task.sectionId : null
  const sectionId = to.sectionId !== undefined ? to.sectionId : beside ? beside.sectionId : stays
  return { listId, sectionId, parentId: null }
}

/** Acts that move tasks, in that order, their subtasks with them. A task is never moved below itself. */
export function moves(ids: string[], to: Target, view: View): Updating[] {
  const { tasks } = view
  const chosen = new Set(ids)
  const roots = [...chosen]
    .map((id) => tasks.get(id))
    .filter((task) => task !== undefined)
    .filter((task) => !isBelow(tasks, task, chosen))
    .map((task): [Task, Where] => [task, targetOf(task, to, view)])
    .filter(([task, { parentId }]) => {
      const parent = tasks.get(parentId ?? '')
      return !parent || (parent.id !== task.id && !isBelow(tasks, parent, new Set([task.id])))
    })
  const acts: Updating[] = []
  for (const [target, group] of byPlace(roots)) {
    const places = place(
      group.map(({ id }) => id),
      siblings(tasks.values(), target),
      to,
    )
    for (const { id, position } of places) acts.push(update(id, { ...(chosen.has(id) && target), position }))
  }
  return acts
}

import type { TaskValues } from '@doable/contracts/history'
import type { Task, TaskPatch } from '@doable/contracts/task'

/** Fields that are one thing to a person. */
export const parts = {
  title: ['title'],
  notes: ['notes'],
  due: ['dueOn', 'dueTime', 'dueTimeZone'],
  repeat: ['repeatRule', 'repeatMode', 'occurrenceOn', 'skippedOn'],
  priority: ['priority'],
  labels: ['labels'],
  place: ['listId', 'sectionId', 'parentId'],
  start: ['startOn'],
  deadline: ['deadlineOn'],
  duration: ['durationMinutes'],
  assignee: ['assigneeId'],
  reminders: ['reminders'],
} as const satisfies Record<string, (keyof TaskValues)[]>
export type Part = keyof typeof parts

const names = Object.keys(parts) as Part[]

/** What an entry made different. That a rule counts from another day goes without saying. */
export const changedParts = (after: TaskValues): Part[] =>
  names.filter((part) =>
    part === 'repeat'
      ? 'repeatRule' in after || 'repeatMode' in after
      : parts[part].some((name) => name in after),
  )

const picked = (values: TaskValues, part: Part): TaskPatch =>
  Object.fromEntries(parts[part].filter((name) => name in values).map((name) => [name, values[name]]))

type Places = {
  lists: ReadonlyMap<string, { trashedAt: string | null; archivedAt: string | null; role: string }>
  sections: ReadonlyMap<string, { trashedAt: string | null }>
  tasks: ReadonlyMap<string, { trashedAt: string | null }>
}

/** Whether a place is still one to go to. */
function isThere({ listId, sectionId, parentId }: TaskPatch, { lists, sections, tasks }: Places): boolean {
  const list = listId === undefined ? undefined : lists.get(listId)
  const closed = !list || list.trashedAt !== null || list.archivedAt !== null || list.role === 'viewer'
  if (listId !== undefined && closed) return false
  if (sectionId && sections.get(sectionId)?.trashedAt !== null) return false
  return !parentId || tasks.get(parentId)?.trashedAt === null
}

/** What writes a former value again; undefined where it is so already, or cannot be any more. */
export function restoring(task: Task, before: TaskValues, part: Part, places: Places): TaskPatch | undefined {
  const patch = picked(before, part)
  if (part === 'place' && !isThere(patch, places)) return undefined
  if (part === 'repeat' && patch.repeatRule && task.dueOn === null) {
    if (!before.dueOn) return undefined
    patch.dueOn = before.dueOn
  }
  const differs = Object.entries(patch).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(task[name as keyof Task]),
  )
  return differs ? patch : undefined
}

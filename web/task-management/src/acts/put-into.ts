import type { Into } from '../lines/group.ts'
import type { Acts } from './acts.ts'

/** Gives tasks what those of a group have: a place, a day, a priority, a label, a person. One step back. */
export function putInto(acts: Acts, ids: string[], into: Into | undefined): void {
  if (!into) return
  if ('listId' in into) acts.move(ids, { ...into, parentId: null })
  else if ('dueOn' in into) acts.reschedule(ids, into.dueOn)
  else if ('priority' in into) acts.setPriority(ids, into.priority)
  else if ('label' in into) acts.setFirstLabel(ids, into.label)
  else acts.assign(ids, into.assigneeId)
}

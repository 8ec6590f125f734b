import type { NewTask, Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { compareKeys } from '@doable/domain/ordering'
import { childrenOf, descendants } from '@doable/domain/tree'

/** What a copy of a task starts with: all that a person wrote, but for its place among the others and its repetition. */
export const fieldsOf = (task: Task): NewTask => ({
  listId: task.listId,
  sectionId: task.sectionId,
  parentId: task.parentId,
  title: task.title,
  notes: task.notes,
  labels: task.labels,
  priority: task.priority,
  startOn: task.startOn,
  dueOn: task.dueOn,
  dueTime: task.dueTime,
  dueTimeZone: task.dueTimeZone,
  deadlineOn: task.deadlineOn,
  durationMinutes: task.durationMinutes,
  assigneeId: task.assigneeId,
  reminders: task.reminders,
})

/** How a task repeats, for a copy that is to go on in the same way. */
export const seriesOf = ({ repeatRule, repeatMode, occurrenceOn, skippedOn }: Task): Partial<NewTask> =>
  repeatRule === null ? {} : { repeatRule, repeatMode, occurrenceOn, skippedOn }

/** A task and what is open below it once more, with ids of their own, the task first. */
export function copiesOf(task: Task, all: Iterable<Task>): (NewTask & { id: string })[] {
  const open = [...all].filter((each) => each.trashedAt === null && each.completedAt === null)
  const below = descendants(childrenOf(open.sort(compareKeys)), task.id)
  const ids = new Map([task, ...below].map((each) => [each.id, newId()]))
  return [task, ...below].map((each) => ({
    ...fieldsOf(each),
    id: ids.get(each.id) as string,
    parentId: ids.get(each.parentId ?? '') ?? each.parentId,
  }))
}

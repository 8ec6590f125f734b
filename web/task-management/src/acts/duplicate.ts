import type { Store } from '@doable/client/store'
import type { NewTask, Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { compareKeys } from '@doable/domain/ordering'
import { childrenOf, descendants } from '@doable/domain/tree'
import { t } from '@lingui/core/macro'
import { undoable } from './undoable.ts'

const fieldsOf = ({
  listId,
  sectionId,
  parentId,
  title,
  notes,
  labels,
  priority,
  startOn,
  dueOn,
  dueTime,
  dueTimeZone,
  deadlineOn,
  durationMinutes,
}: Task): NewTask => ({
  listId,
  sectionId,
  parentId,
  title,
  notes,
  labels,
  priority,
  startOn,
  dueOn,
  dueTime,
  dueTimeZone,
  deadlineOn,
  durationMinutes,
})

/** Makes an open copy of a task and what is open below it, right behind it. Answers the copy's id. */
export function duplicate(store: Store, id: string): string | undefined {
  const { tasks } = store.getSnapshot()
  const task = tasks.get(id)
  if (!task) return undefined
  const open = [...tasks.values()].filter((each) => each.trashedAt === null && each.completedAt === null)
  const below = descendants(childrenOf(open.sort(compareKeys)), id)
  const ids = new Map([task, ...below].map((each) => [each.id, newId()]))
  const copies = [task, ...below].map((each) => ({
    ...fieldsOf(each),
    id: ids.get(each.id) as string,
    parentId: ids.get(each.parentId ?? '') ?? each.parentId,
  }))
  undoable(store, () => store.addTasks(copies, { after: id }), t`Task duplicated`)
  return ids.get(id)
}

import type { List } from '@doable/contracts/list'
import type { View } from './view.ts'

/** Whether a list is shared with the person for looking only. */
export const onlyReads = (list: List): boolean => list.role === 'viewer'

/** Whether the person may change a list and what is in it, which nobody may while it is put away. */
export const mayEdit = (list: List | undefined): boolean =>
  list !== undefined && !onlyReads(list) && list.archivedAt === null

/** The same for a task, by the list it is in. */
export const mayEditTask = ({ tasks, lists }: View, id: string): boolean =>
  mayEdit(lists.get(tasks.get(id)?.listId ?? ''))

import { copiesOf, seriesOf } from '@doable/client/copies'
import type { Store } from '@doable/client/store'
import { t } from '@lingui/core/macro'
import { undoable } from './undoable.ts'

/** Makes an open copy of a task and what is open below it, right behind it. Answers the copy's id. */
export function duplicate(store: Store, id: string): string | undefined {
  const { tasks } = store.getSnapshot()
  const task = tasks.get(id)
  if (!task) return undefined
  const copies = copiesOf(task, tasks.values()).map((copy, at) =>
    at === 0 ? { ...copy, ...seriesOf(task) } : copy,
  )
  undoable(store, () => store.addTasks(copies, { after: id }), t`Task duplicated`)
  return copies[0]?.id
}

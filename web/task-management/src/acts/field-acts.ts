import type { Store } from '@doable/client/store'
import type { Task, TaskPatch } from '@doable/contracts/task'
import { toast } from '@doable/ui/toast'
import { t } from '@lingui/core/macro'
import { undoable } from './undoable.ts'

type Change = (ids: string[], changes: TaskPatch | ((task: Task) => TaskPatch)) => void

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The labels with another one in front in place of the first; null takes all away, as none of them is the first then. */
const withFirst = ([, ...rest]: string[], name: string | null): string[] =>
  name === null ? [] : [name, ...rest.filter((each) => !same(each, name))]

/** Acts on a single field that groups of a page are made of. */
export const makeFieldActs = (store: Store, change: Change) => ({
  /** Puts a label in the place of each task's first one, by which it is grouped. */
  setFirstLabel: (ids: string[], name: string | null) =>
    change(ids, ({ labels }) => ({ labels: withFirst(labels, name) })),
  /** Gives the tasks to somebody who shares their list, or to nobody; says so where they do not share it. */
  assign(ids: string[], assigneeId: string | null) {
    const { tasks, lists } = store.getSnapshot()
    const shares = (id: string) =>
      assigneeId === null ||
      lists.get(tasks.get(id)?.listId ?? '')?.members.some((member) => member.id === assigneeId)
    const able = ids.filter(shares)
    if (able.length === 0) return void toast(t`Only people who share the list can be given its tasks.`)
    const list = lists.get(tasks.get(able[0] ?? '')?.listId ?? '')
    const name = list?.members.find((member) => member.id === assigneeId)?.name || t`you`
    undoable(
      store,
      () => change(able, { assigneeId }),
      assigneeId === null ? t`Assigned to nobody` : t`Assigned to ${name}`,
    )
  },
})

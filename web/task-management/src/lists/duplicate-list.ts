import { copyOfList } from '@doable/client/list-copy'
import type { Store } from '@doable/client/store'
import type { List } from '@doable/contracts/list'
import { t } from '@lingui/core/macro'
import { undoable } from '../acts/undoable.ts'

/** So many letters a name may have. */
const most = 200

/** Makes a list once more right behind it, with its sections and open tasks. Answers the copy's id; undefined if it is gone. */
export function duplicateList(store: Store, { id, name }: List): string | undefined {
  const copy = copyOfList(store.getSnapshot(), id, nameOfCopy(name))
  if (!copy) return undefined
  undoable(store, () => store.addWholeList(copy, id), t`List ${name} duplicated`)
  return copy.list.id
}

function nameOfCopy(full: string): string {
  const called = (name: string) => t`${name} (copy)`
  const over = Math.max(0, called(full).length - most)
  return called(full.slice(0, full.length - over))
}

import './words.ts'
import { type Copying, copyOfList } from '@doable/client/list-copy'
import type { Placement } from '@doable/client/placement'
import type { Store } from '@doable/client/store'
import type { List } from '@doable/contracts/list'
import { t } from '@lingui/core/macro'
import { undoable } from '../acts/undoable.ts'

/** So many letters a name may have. */
const most = 200

/** Makes a list or a template once more right behind it, with its sections and open tasks. Answers the copy's id; undefined if it is gone. */
export function duplicateList(store: Store, { id, name, templateAt }: List): string | undefined {
  const copying = { name: nameOfCopy(name), template: templateAt !== null }
  return make(store, id, copying, { after: id }, t`List ${name} duplicated`)
}

/** Makes a template of what is open in a list, which stays what it is. Answers the template's id; undefined if the list is gone. */
export const saveAsTemplate = (store: Store, { id, name }: List): string | undefined =>
  make(store, id, { name, template: true }, {}, t`List ${name} saved as a template`)

/** Makes a list of a template with its first day on that day. Answers the list's id; undefined if the template is gone. */
export const listFromTemplate = (
  store: Store,
  id: string,
  { name, startOn }: { name: string; startOn: string | undefined },
): string | undefined => make(store, id, { name, startOn }, {}, t`List ${name} added`)

function make(store: Store, id: string, copying: Copying, to: Placement, words: string): string | undefined {
  const copy = copyOfList(store.getSnapshot(), id, copying)
  if (copy) undoable(store, () => store.addWholeList(copy, to), words)
  return copy?.list.id
}

function nameOfCopy(full: string): string {
  const called = (name: string) => t`${name} (copy)`
  const over = Math.max(0, called(full).length - most)
  return called(full.slice(0, full.length - over))
}

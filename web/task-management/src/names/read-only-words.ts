import { isTemplate } from '@doable/client/list-states'
import { useView } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import type { List } from '@doable/contracts/list'
import { t } from '@lingui/core/macro'

/** Why what is in a list cannot be changed, as a sentence; undefined where it can. */
export function readOnlyWords(list: List | undefined): string | undefined {
  if (!list || mayEdit(list)) return undefined
  return list.archivedAt === null
    ? t`This list is shared with you for reading only.`
    : t`This list is in the archive. Bring it back to change it.`
}

/** Why what is in a list cannot be completed: what cannot be changed cannot, and what is in a template waits for its list. */
export const unfinishedWords = (list: List | undefined): string | undefined =>
  readOnlyWords(list) ??
  (isTemplate(list) ? t`A template is not worked through. Make a list from it.` : undefined)

/** The same for the list of that id, as it is now. */
export const useUnfinishedWords = (listId: string | undefined): string | undefined =>
  useView((view) => unfinishedWords(view.lists.get(listId ?? '')))

/** Why what is in the list of that id cannot be changed. */
export const useReadOnlyWords = (listId: string | undefined): string | undefined =>
  useView((view) => readOnlyWords(view.lists.get(listId ?? '')))

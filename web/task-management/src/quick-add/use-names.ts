import { activeLabels, sectionsOfList } from '@doable/client/list-selectors'
import { sameItems, useView } from '@doable/client/react'
import { useListNames } from '../names/use-list-name.ts'
import { writableLists } from '../pickers/writable-lists.ts'

/** The names that quick add knows. The Inbox is called what it is called in the person's language. */
export function useNames(listName: string | null, defaultListId: string | undefined) {
  const nameOf = useListNames()
  const lists = useView(writableLists, sameItems)
  const labels = useView(activeLabels)
  const named = lists.find((list) => nameOf(list).toLowerCase() === listName?.toLowerCase())
  const listId = listName === null ? defaultListId : named?.id
  const sections = useView((view) => sectionsOfList(view, listId ?? ''))
  return {
    lists: lists.map(nameOf),
    labels: labels.map(({ name }) => name),
    sections: sections.map(({ name }) => name),
  }
}
export type Names = ReturnType<typeof useNames>

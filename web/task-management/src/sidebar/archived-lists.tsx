import { archivedLists } from '@doable/client/list-selectors'
import { useView } from '@doable/client/react'
import { useLingui } from '@lingui/react/macro'
import { ListLink } from './list-link.tsx'
import { Part } from './part.tsx'

/** Lists that were put away; nothing while there are none. */
export function ArchivedLists() {
  const { t } = useLingui()
  const lists = useView(archivedLists)
  if (lists.length === 0) return null
  return (
    <Part name="archive" title={t`Archive`}>
      {lists.map((list) => (
        <ListLink key={list.id} list={list} />
      ))}
    </Part>
  )
}

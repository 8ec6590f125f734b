import './words.ts'
import { sectionsOfList } from '@doable/client/list-selectors'
import { useStore, useView } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { undoable } from '../acts/undoable.ts'
import { NameDialog } from '../names/dialogs.ts'

/** What can be done with a section: rename, move, put into the trash. */
export function SectionMenu({ id }: { id: string }) {
  const { t } = useLingui()
  const store = useStore()
  const section = useView((view) => view.sections.get(id))
  const editable = useView((view) => mayEdit(view.lists.get(section?.listId ?? '')))
  const order = useView((view) => sectionsOfList(view, section?.listId ?? '')).map((each) => each.id)
  const [renaming, setRenaming] = useState(false)
  if (!section || !editable) return null
  const at = order.indexOf(id)
  const [previous, next] = [order[at - 1], order[at + 1]]
  const trash = () =>
    undoable(store, () => store.trashSection(id), t`Section removed; its tasks stay in the list`)
  const items = [
    { id: 'rename', label: t`Rename section`, icon: <Pencil />, run: () => setRenaming(true) },
    {
      id: 'up',
      label: t`Move section up`,
      icon: <ArrowUp />,
      disabled: !previous,
      run: () => previous && store.moveSection(id, { before: previous }),
    },
    {
      id: 'down',
      label: t`Move section down`,
      icon: <ArrowDown />,
      disabled: !next,
      run: () => next && store.moveSection(id, { after: next }),
    },
    { id: 'trash', label: t`Remove section`, icon: <Trash2 />, danger: true, run: trash },
  ]
  return (
    <>
      <Menu
        small
        label={t`Actions for section ${section.name}`}
        icon={<Ellipsis />}
        sections={[{ items }]}
        placement="bottom end"
      />
      <NameDialog
        title={t`Rename section`}
        label={t`Section name`}
        isOpen={renaming}
        name={section.name}
        onClose={() => setRenaming(false)}
        onSave={(name) => store.updateSection(id, { name })}
      />
    </>
  )
}

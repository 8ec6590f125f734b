import './words.ts'
import { useStore } from '@doable/client/react'
import { mayEdit, onlyReads } from '@doable/client/rights'
import type { List } from '@doable/contracts/list'
import { MenuAt, type MenuAtProps, type MenuSection } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Copy,
  Heading,
  LayoutTemplate,
  Pencil,
  Trash2,
  Users,
} from 'lucide-react'
import { undoable } from '../acts/undoable.ts'
import { useListCopies } from '../acts/use-list-copies.ts'
import { moveList } from './move-list.ts'

export type ListDialog = 'edit' | 'section' | 'share' | 'trash'

/** What can be done with a list. What needs more words opens a dialog (`ask`). */
function useListMenu(list: List, ask: (dialog: ListDialog) => void): MenuSection[] {
  const { t } = useLingui()
  const store = useStore()
  const { duplicate, save } = useListCopies(list)
  const { id, name, role, isInbox, archivedAt, templateAt, memberCount } = list
  const section = { id: 'section', label: t`Add section`, icon: <Heading />, run: () => ask('section') }
  const canEdit = mayEdit(list)
  if (isInbox) return [{ items: [section] }]
  const archived = archivedAt !== null
  const archive = () =>
    undoable(
      store,
      () => store.updateList(id, { archived: !archived }),
      archived ? t`List ${name} is back` : t`List ${name} archived`,
    )
  const trash = () =>
    memberCount > 1
      ? ask('trash')
      : undoable(store, () => store.trashList(id), t`List ${name} moved to the trash`)
  const owner = role === 'owner'
  const template = templateAt !== null
  const edit = {
    id: 'edit',
    label: template ? t`Edit template` : t`Edit list`,
    icon: <Pencil />,
    disabled: onlyReads(list),
    run: () => ask('edit'),
  }
  const again = {
    id: 'duplicate',
    label: template ? t`Duplicate template` : t`Duplicate list`,
    icon: <Copy />,
    run: duplicate,
  }
  const bin = {
    id: 'trash',
    label: t`Move to trash`,
    icon: <Trash2 />,
    danger: true,
    disabled: !owner,
    run: trash,
  }
  if (template) return [{ items: [edit, section, again] }, { items: [bin] }]
  return [
    {
      items: [
        edit,
        ...(canEdit ? [section] : []),
        { id: 'share', label: t`Share`, icon: <Users />, run: () => ask('share') },
        again,
        { id: 'template', label: t`Save as template`, icon: <LayoutTemplate />, run: save },
      ],
    },
    {
      items: [
        { id: 'up', label: t`Move up`, icon: <ArrowUp />, run: () => moveList(store, id, -1) },
        { id: 'down', label: t`Move down`, icon: <ArrowDown />, run: () => moveList(store, id, 1) },
      ],
    },
    {
      items: [
        {
          id: 'archive',
          label: archived ? t`Bring back from the archive` : t`Archive list`,
          icon: archived ? <ArchiveRestore /> : <Archive />,
          disabled: !owner,
          run: archive,
        },
        bin,
      ],
    },
  ]
}

/** The menu of a list, at the button that opens it. */
export default function ListMenu({
  list,
  ask,
  ...at
}: Omit<MenuAtProps, 'sections'> & { list: List; ask: (dialog: ListDialog) => void }) {
  return <MenuAt {...at} sections={useListMenu(list, ask)} />
}

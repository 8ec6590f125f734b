import { activeLists } from '@doable/client/list-selectors'
import { sameItems, useStore, useView } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { newFromTemplate } from '@doable/ui/events'
import { IconButton } from '@doable/ui/icon-button'
import { Menu, type MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, LayoutTemplate, Plus } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useListDrops } from '../drag/use-list-drops.ts'
import { NamedDialog } from '../names/dialogs.ts'
import { ListLink } from './list-link.tsx'
import { Part } from './part.tsx'

/** The person's lists in their order, and a way to make one. Tasks can be dropped on them. */
export function ListLinks() {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const lists = useView((view) => activeLists(view).filter(({ isInbox }) => !isInbox), sameItems)
  const [adding, setAdding] = useState(false)
  useListDrops()
  const others: MenuEntry[] = [
    {
      id: 'from-template',
      label: t`New list from template`,
      icon: <LayoutTemplate />,
      run: () => newFromTemplate.say({}),
    },
  ]
  const add = (
    <>
      <Menu small label={t`More ways to add a list`} icon={<Ellipsis />} sections={[{ items: others }]} />
      <IconButton small label={t`Add list`} onClick={() => setAdding(true)}>
        <Plus />
      </IconButton>
    </>
  )
  return (
    <Part name="lists" title={t`Lists`} action={add}>
      {lists.map((list) => (
        <ListLink key={list.id} list={list} />
      ))}
      {adding && (
        <NamedDialog
          title={t`Add list`}
          action={t`Add list`}
          onClose={() => setAdding(false)}
          onSave={(named) => void navigate(taskLink({ view: 'list', id: store.addList(named) }))}
        />
      )}
    </Part>
  )
}

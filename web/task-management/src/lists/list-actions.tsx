import type { List } from '@doable/contracts/list'
import { Button } from '@doable/ui/button'
import { duplicateList, newFromTemplate } from '@doable/ui/events'
import { lazily } from '@doable/ui/lazily'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type ListDialog, useListMenu } from './use-list-menu.tsx'

const ListDialogs = lazily(async () => (await import('./list-dialogs.tsx')).ListDialogs)

/** What the title of a list offers: with whom it is shared, and the rest in a menu. */
export function ListActions({ list }: { list: List }) {
  const { t } = useLingui()
  const [dialog, setDialog] = useState<ListDialog>()
  const sections = useListMenu(list, setDialog)
  useEffect(() => {
    const entry = sections.flatMap(({ items }) => items).find(({ id }) => id === 'duplicate')
    return duplicateList.hear(() => entry?.run?.())
  }, [sections])
  return (
    <>
      {list.memberCount > 1 && (
        <Button
          small
          kind="quiet"
          icon={<Users />}
          aria-label={t`Shared by ${list.memberCount} people`}
          onClick={() => setDialog('share')}
        >
          {list.memberCount}
        </Button>
      )}
      {list.templateAt !== null && (
        <Button small kind="primary" onClick={() => newFromTemplate.say({ id: list.id })}>
          {t`New list`}
        </Button>
      )}
      <Menu label={t`List actions`} icon={<Ellipsis />} sections={sections} placement="bottom end" />
      {dialog && <ListDialogs list={list} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  )
}

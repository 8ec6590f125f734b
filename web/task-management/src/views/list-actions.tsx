import type { List } from '@doable/contracts/list'
import { Button } from '@doable/ui/button'
import { duplicateList, newFromTemplate } from '@doable/ui/events'
import { MenuButton } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useListCopies } from '../acts/use-list-copies.ts'
import { ListDialogs, ListMenu } from '../lists/late.ts'
import type { ListDialog } from '../lists/list-menu.tsx'

/** What the title of a list offers: with whom it is shared, and the rest in a menu. */
export function ListActions({ list }: { list: List }) {
  const { t } = useLingui()
  const [dialog, setDialog] = useState<ListDialog>()
  const { duplicate } = useListCopies(list)
  useEffect(() => duplicateList.hear(() => void (list.isInbox || duplicate())), [list, duplicate])
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
      <MenuButton label={t`List actions`} icon={<Ellipsis />}>
        {(at) => <ListMenu {...at} list={list} ask={setDialog} placement="bottom end" />}
      </MenuButton>
      {dialog && <ListDialogs list={list} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  )
}

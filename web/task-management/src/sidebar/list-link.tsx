import { useStore } from '@doable/client/react'
import type { List } from '@doable/contracts/list'
import { taskLink } from '@doable/domain/task-link'
import { ColorDot } from '@doable/ui/color-dot'
import { MenuButton } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Users } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { NavLink } from 'react-router'
import { useListDrag } from '../drag/use-list-drag.ts'
import { ListDialogs, ListMenu } from '../lists/late.ts'
import type { ListDialog } from '../lists/list-menu.tsx'
import { moveList } from '../lists/move-list.ts'
import { OpenCount } from './open-count.tsx'
import css from './sidebar.module.css'
import { useListCount } from './use-counts.ts'

/** One list: its colour, name, number of open tasks, and what can be done with it. */
export const ListLink = memo(function ListLink({ list }: { list: List }) {
  const { t } = useLingui()
  const store = useStore()
  const [dialog, setDialog] = useState<ListDialog>()
  const { ref, over, edge } = useListDrag(list)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key]
    if (!event.altKey || !by || list.isInbox) return
    event.preventDefault()
    event.stopPropagation()
    moveList(store, list.id, by)
  }
  return (
    <li className={css.item} ref={ref} data-drop={over || undefined} data-edge={edge}>
      <NavLink
        to={taskLink({ view: 'list', id: list.id })}
        className={css.link ?? ''}
        draggable={false}
        onKeyDown={onKeyDown}
      >
        <span className={css.dot}>
          <ColorDot color={list.color} />
        </span>
        <span className={css.name} dir="auto">
          {list.name}
        </span>
        {list.memberCount > 1 && <Users aria-label={t`shared`} role="img" />}
        <OpenCount count={useListCount(list.id)} />
      </NavLink>
      <MenuButton
        small
        label={t`Actions for list ${list.name}`}
        icon={<Ellipsis />}
        className={css.menu ?? ''}
      >
        {(at) => <ListMenu {...at} list={list} ask={setDialog} />}
      </MenuButton>
      {dialog && <ListDialogs list={list} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </li>
  )
})

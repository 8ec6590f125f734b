import type { List } from '@doable/contracts/list'
import { taskLink } from '@doable/domain/task-link'
import { ColorDot } from '@doable/ui/color-dot'
import { lazily } from '@doable/ui/lazily'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Users } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { NavLink } from 'react-router'
import { useListDrag } from '../drag/use-list-drag.ts'
import { type ListDialog, useListMenu } from '../lists/use-list-menu.tsx'
import { OpenCount } from './open-count.tsx'
import css from './sidebar.module.css'
import { useListCount } from './use-counts.ts'

const ListDialogs = lazily(async () => (await import('../lists/list-dialogs.tsx')).ListDialogs)

/** One list: its colour, name, number of open tasks, and what can be done with it. */
export function ListLink({ list }: { list: List }) {
  const { t } = useLingui()
  const [dialog, setDialog] = useState<ListDialog>()
  const sections = useListMenu(list, setDialog)
  const { ref, over, edge } = useListDrag(list)
  const entries = sections.flatMap(({ items }) => items)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
    if (!event.altKey || !move) return
    event.preventDefault()
    event.stopPropagation()
    entries.find(({ id }) => id === move)?.run?.()
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
      <Menu
        small
        label={t`Actions for list ${list.name}`}
        icon={<Ellipsis />}
        className={css.menu ?? ''}
        sections={sections}
      />
      {dialog && <ListDialogs list={list} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </li>
  )
}

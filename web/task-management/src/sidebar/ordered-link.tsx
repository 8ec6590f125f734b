import type { Placement } from '@doable/client/placement'
import type { Hue } from '@doable/ui/hue'
import { hue } from '@doable/ui/hue'
import type { MenuEntry } from '@doable/ui/menu'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { OrderedKind } from '../drag/tasks-drag.ts'
import { useOrderDrag } from '../drag/use-order-drag.ts'
import { OpenCount } from './open-count.tsx'
import css from './sidebar.module.css'
import { stepKeys } from './use-order-steps.tsx'

/** A label or a filter of the navigation: its mark, name and number of open tasks, to be put in order by pointer and keyboard. */
export function OrderedLink({
  kind,
  thing: { id, name, color },
  to,
  mark,
  count,
  steps,
  move,
  menu,
}: {
  kind: OrderedKind
  thing: { id: string; name: string; color: Hue }
  to: string
  /** An icon, drawn in the colour of the thing. */
  mark: ReactNode
  count: number
  /** What Alt and the arrows do. */
  steps: readonly MenuEntry[]
  move(id: string, to: Placement): void
  menu: ReactNode
}) {
  const { ref, edge } = useOrderDrag(kind, id, move)
  return (
    <li className={css.item} ref={ref} data-edge={edge}>
      <NavLink to={to} className={css.link ?? ''} draggable={false} onKeyDown={stepKeys(steps)}>
        <span className={css.dot} style={{ color: hue(color) }}>
          {mark}
        </span>
        <span className={css.name} dir="auto">
          {name}
        </span>
        <OpenCount count={count} />
      </NavLink>
      <span className={css.menu}>{menu}</span>
    </li>
  )
}

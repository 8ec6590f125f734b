import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import css from './sidebar.module.css'

/** A place of the navigation that is always there: its icon and name. */
export const PlaceLink = ({ to, icon, name }: { to: string; icon: ReactNode; name: string }) => (
  <div className={css.item}>
    <NavLink to={to} className={css.link ?? ''}>
      {icon}
      <span className={css.name}>{name}</span>
    </NavLink>
  </div>
)

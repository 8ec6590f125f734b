import { taskLink } from '@doable/domain/task-link'
import { useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { NavLink } from 'react-router'
import css from './sidebar.module.css'

export function TrashLink() {
  const { t } = useLingui()
  return (
    <div className={`${css.item} ${css.part}`}>
      <NavLink to={taskLink({ view: 'trash' })} className={css.link ?? ''}>
        <Trash2 />
        <span className={css.name}>{t`Trash`}</span>
      </NavLink>
    </div>
  )
}

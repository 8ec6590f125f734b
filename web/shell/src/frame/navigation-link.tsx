import { number } from '@doable/ui/format'
import type { NavigationEntry } from '@doable/ui/microfrontend'
import { hint } from '@doable/ui/tooltip'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { NavLink } from 'react-router'
import css from './navigation.module.css'

const none = () => 0

/** One place to go, with the number of tasks that wait there. */
export function NavigationLink({
  entry,
  folded,
  onGo,
}: {
  entry: NavigationEntry
  folded: boolean
  onGo?: () => void
}) {
  const { t, i18n } = useLingui()
  const count = (entry.useCount ?? none)()
  const label = i18n._(entry.label)
  const keys = entry.goKey ? `g ${entry.goKey}` : undefined
  return (
    <NavLink to={entry.to} className={css.link ?? ''} onClick={onGo} {...hint(folded ? label : '', keys)}>
      {entry.icon}
      {folded ? <VisuallyHidden>{label}</VisuallyHidden> : <span className={css.label}>{label}</span>}
      {count > 0 && !folded && (
        <span className={css.count}>
          {number(count)}
          <VisuallyHidden> {t`open`}</VisuallyHidden>
        </span>
      )}
    </NavLink>
  )
}

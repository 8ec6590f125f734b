import { useNotifications } from '@doable/client/react'
import { openQuickAdd } from '@doable/ui/events'
import type { NavigationEntry } from '@doable/ui/microfrontend'
import { opening } from '@doable/ui/opening'
import { useLingui } from '@lingui/react/macro'
import { Menu, Plus } from 'lucide-react'
import { useState } from 'react'
import { NavLink } from 'react-router'
import css from './bottom-bar.module.css'
import { useEntries } from './use-entries.ts'

const MoreSheet = opening(() => import('./more-sheet.tsx'))

function Place({ entry }: { entry: NavigationEntry }) {
  const { i18n } = useLingui()
  return (
    <NavLink to={entry.to} className={css.place ?? ''}>
      {entry.icon}
      <span>{i18n._(entry.label)}</span>
    </NavLink>
  )
}

function More() {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const { unread } = useNotifications()
  return (
    <>
      <button
        type="button"
        className={css.place}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <span className={css.dotted} data-dot={unread > 0 || undefined}>
          <Menu />
        </span>
        <span>{t`More`}</span>
      </button>
      {isOpen && <MoreSheet onClose={() => setOpen(false)} />}
    </>
  )
}

/** The navigation of a phone: two places, adding, one more place, and the rest. */
export function BottomBar() {
  const { t } = useLingui()
  const places = useEntries()
    .filter((entry) => entry.onPhone)
    .sort((a, b) => (a.onPhone ?? 0) - (b.onPhone ?? 0))
  return (
    <nav aria-label={t`Bottom bar`} className={css.bar}>
      {places.slice(0, 2).map((entry) => (
        <Place key={entry.to} entry={entry} />
      ))}
      <button
        type="button"
        className={css.place}
        aria-label={t`Add task`}
        onClick={() => openQuickAdd.say({})}
      >
        <span className={css.plus}>
          <Plus />
        </span>
      </button>
      {places.slice(2, 3).map((entry) => (
        <Place key={entry.to} entry={entry} />
      ))}
      <More />
    </nav>
  )
}

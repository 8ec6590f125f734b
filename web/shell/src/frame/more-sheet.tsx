import { Dialog } from '@doable/ui/dialog'
import { openPalette } from '@doable/ui/events'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { Bell } from '../notices/bell.tsx'
import { AccountMenu } from './account-menu.tsx'
import css from './more-sheet.module.css'
import { Links, Sidebars } from './navigation.tsx'

/** On a phone, the whole navigation; closes by itself once a place is chosen. */
export default function MoreSheet({ onClose }: { onClose(): void }) {
  const { t } = useLingui()
  const { pathname } = useLocation()
  const from = useRef(pathname)
  useEffect(() => {
    if (from.current !== pathname) onClose()
  }, [pathname, onClose])
  const find = () => {
    onClose()
    openPalette.say({})
  }
  return (
    <Dialog bare place="bottom" title={t`More`} isOpen onClose={onClose}>
      <div className={css.sheet}>
        <div className={css.head}>
          <h2 className={css.title}>Doable</h2>
          <IconButton label={t`Search`} onClick={find}>
            <Search />
          </IconButton>
          <Bell />
          <IconButton label={t`Close`} onClick={onClose}>
            <X />
          </IconButton>
        </div>
        <nav aria-label={t`Main`} className={css.scroll}>
          <Links />
          <Sidebars />
        </nav>
        <AccountMenu folded={false} />
      </div>
    </Dialog>
  )
}

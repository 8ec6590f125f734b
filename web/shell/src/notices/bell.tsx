import { useNotifications } from '@doable/client/react'
import { number } from '@doable/ui/format'
import { IconButton } from '@doable/ui/icon-button'
import { opening } from '@doable/ui/opening'
import { Popover } from '@doable/ui/popover'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Bell as BellIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import css from './notices.module.css'

// As wide as what comes: a panel that grows where it stands would grow out of a narrow screen.
const Notices = opening(
  () => import('./centre/notices.tsx'),
  () => <div className={css.notices} />,
)

/** The notification centre: how many are unread, and the list behind it. */
export function Bell() {
  const { t } = useLingui()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { unread } = useNotifications()
  const close = () => setOpen(false)
  const label =
    unread > 0
      ? plural(unread, { one: '# unread notification', other: '# unread notifications' })
      : t`Notifications`
  return (
    <>
      <IconButton
        ref={anchor}
        label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <span className={css.bell}>
          <BellIcon />
          {unread > 0 && <span className={css.badge}>{unread > 99 ? '99+' : number(unread)}</span>}
        </span>
      </IconButton>
      <Popover {...{ anchor, isOpen }} label={t`Notifications`} onClose={close}>
        <Notices onClose={close} />
      </Popover>
    </>
  )
}

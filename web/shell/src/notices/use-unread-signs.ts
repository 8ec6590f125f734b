import { useNotifications } from '@doable/client/react'
import { titleUnread } from '@doable/ui/page-title'
import { useEffect } from 'react'

/** The app's icon is counted on where it is installed (W3C Badging API); elsewhere nothing happens. */
function badge(unread: number): void {
  const done = unread > 0 ? navigator.setAppBadge?.(unread) : navigator.clearAppBadge?.()
  done?.catch(() => undefined)
}

function sign(unread: number): void {
  titleUnread(unread)
  badge(unread)
}

/** Says in the page's title and on the app's icon how many notifications are unread, until the person signs out. */
export function useUnreadSigns(): void {
  const { unread } = useNotifications()
  useEffect(() => sign(unread), [unread])
  useEffect(() => () => sign(0), [])
}

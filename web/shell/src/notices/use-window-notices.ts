import { useStore } from '@doable/client/react'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'

/** Shows news over the window while the page is out of sight, where the person wants that. */
export function useWindowNotices(): void {
  const store = useStore()
  const navigate = useNavigate()
  useEffect(
    () =>
      store.listen('notified', ({ notification }) => {
        if (document.visibilityState !== 'hidden') return
        const show = async () => {
          const { showNotice } = await import('./centre/window-notice.ts')
          await showNotice(notification, (to) => void navigate(to))
        }
        // Offline with code that was never fetched: the news stands behind the bell.
        show().catch(() => undefined)
      }),
    [store, navigate],
  )
}

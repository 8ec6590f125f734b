import { useEffect } from 'react'
import { useNavigate } from 'react-router'

/** Hears the service worker: what was pushed while the page is looked at, and where a pressed notification leads. */
export function useWorkerMessages(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const worker = navigator.serviceWorker
    const hear = ({ data, ports }: MessageEvent) => {
      // That it was taken, before the code for it is here: the worker waits no longer than a moment.
      ports[0]?.postMessage(true)
      const take = async () => {
        const { fromWorker } = await import('./centre/from-worker.ts')
        fromWorker(data, (to) => void navigate(to))
      }
      take().catch(() => undefined)
    }
    worker?.addEventListener('message', hear)
    if ('Notification' in window && Notification.permission === 'granted')
      void import('@doable/client/push-here').then(({ pushHere }) => pushHere()).catch(() => undefined)
    return () => worker?.removeEventListener('message', hear)
  }, [navigate])
}

import { useEffect } from 'react'

/** Names the page in the tab: "Today · Doable". One page at a time calls it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Doable` : 'Doable'
    return () => {
      document.title = 'Doable'
    }
  }, [title])
}

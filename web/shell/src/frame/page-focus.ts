import { announce } from '@doable/ui/announce'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * After going to another page, moves the focus into it and says its title, as a page load would (WCAG 2.4.3). Not when
 * the focus is in the page already, such as when a task opens beside its list.
 */
export function usePageFocus() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const timer = setTimeout(() => announce(document.title), 200)
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    return () => clearTimeout(timer)
  }, [pathname])
  return main
}

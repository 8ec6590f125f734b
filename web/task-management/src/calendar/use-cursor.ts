import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Where the keyboard is in a calendar: a day, and in a week perhaps an hour of it. */
export type Cursor = { day: string; hour: number | null }

export const cellName = ({ day, hour }: Cursor): string => (hour === null ? day : `${day} ${hour}`)

/** The cursor, which says too what period is shown. `go` may take the focus along to its cell. */
export function useCursor(first: Cursor) {
  const [cursor, setCursor] = useState(first)
  const wanted = useRef(false)
  const go = useCallback((next: Cursor, focus = false) => {
    wanted.current = focus
    setCursor(next)
  }, [])
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    const cell = document.querySelector<HTMLElement>(`[data-spot="${cellName(cursor)}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  return { cursor, go }
}

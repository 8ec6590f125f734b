import { useLayoutEffect, useRef } from 'react'

/** The field and its mirror: kept scrolled alike, and the caret put where a chosen suggestion ends. */
export function useMirror() {
  const input = useRef<HTMLInputElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const caret = useRef<number>(undefined)
  const align = () => {
    if (mirror.current) mirror.current.scrollLeft = input.current?.scrollLeft ?? 0
  }
  useLayoutEffect(() => {
    if (caret.current !== undefined) input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
    align()
  })
  return { input, mirror, caret, align }
}

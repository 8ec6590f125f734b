import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type Size = { width: number; height: number }

/** The inner size of an element, in whole pixels; undefined until it is known. */
export function useSize(): [RefObject<HTMLDivElement | null>, Size | undefined] {
  const ref = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const take = ({ width, height }: { width: number; height: number }) =>
      setSize((before) => {
        const next = { width: Math.floor(width), height: Math.floor(height) }
        return before?.width === next.width && before.height === next.height ? before : next
      })
    const observer = new ResizeObserver(([entry]) => entry && take(entry.contentRect))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}

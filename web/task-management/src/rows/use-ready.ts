import { useDeferredValue, useEffect, useState } from 'react'

/** Milliseconds without scrolling after which the page is at rest. */
const rest = 120
/** How many rows get ready in one frame, so that a slow machine draws the next frame in time. */
const atOnce = 4

let timer: ReturnType<typeof setTimeout> | undefined
let scrolling = false
const waiting = new Set<() => void>()

function serve() {
  scrolling = false
  for (const getReady of [...waiting].slice(0, atOnce)) {
    waiting.delete(getReady)
    getReady()
  }
  timer = waiting.size > 0 ? setTimeout(serve, 16) : undefined
}
function waitForRest() {
  clearTimeout(timer)
  timer = setTimeout(serve, rest)
}
const onScroll = () => {
  scrolling = true
  waitForRest()
}
addEventListener('scroll', onScroll, { capture: true, passive: true })

/**
 * Whether a row has what is done with it by pointer or buttons. Its words come first and the rest right after; while the
 * page is scrolled only for the row that is `wanted` now, and for the others as soon as the page is at rest: they are most
 * of what a row is made of, and nobody uses them on the way.
 */
export function useReady(wanted: boolean): boolean {
  const [ready, setReady] = useState(!scrolling)
  useEffect(() => {
    if (ready) return
    const getReady = () => setReady(true)
    if (wanted) return getReady()
    waiting.add(getReady)
    if (timer === undefined) waitForRest()
    return () => void waiting.delete(getReady)
  }, [ready, wanted])
  return useDeferredValue(ready || wanted, false)
}

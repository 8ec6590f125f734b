import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useMinute } from '../page/use-time.ts'
import { hourHeight, pixels } from './scale.ts'
import { dayLength, minutesOf } from './wall.ts'

/** In minutes: where a week begins to be of interest, and how much is shown before now. */
const [working, before] = [7.5 * 60, 120]

/** Scrolls hours to where now is, with some of what was before. */
export function scrollToNow(element: HTMLElement | null, time: string): void {
  if (element) element.scrollTop = pixels(Math.max(0, minutesOf(time) - before))
}

/** What is in sight, in whole hours with two more around it, so that scrolling seldom draws anything. */
function sightOf({ scrollTop, clientHeight }: HTMLElement) {
  const from = Math.floor(scrollTop / hourHeight) - 2
  const to = Math.ceil((scrollTop + clientHeight) / hourHeight) + 2
  return { start: from * 60, end: to * 60 }
}

/** Scrolls hours to now, where today is shown, or to the working hours; and follows what is in sight. */
export function useHoursScroll(scroller: RefObject<HTMLDivElement | null>, days: readonly string[]) {
  const now = useMinute()
  const [sight, setSight] = useState({ start: 0, end: dayLength })
  const [width, setWidth] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later the person says where it is scrolled to
  useLayoutEffect(() => {
    if (!scroller.current) return
    if (days.includes(now.day)) scrollToNow(scroller.current, now.time)
    else scroller.current.scrollTop = pixels(working)
  }, [])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const next = sightOf(element)
      setSight((known) => (known.start === next.start && known.end === next.end ? known : next))
      setWidth(element.clientWidth)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    const stop = autoScrollForElements({ element })
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
      stop()
    }
  }, [scroller])
  return { sight, width }
}

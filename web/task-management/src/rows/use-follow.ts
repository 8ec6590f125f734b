import { afterPaint } from '@doable/client/after-paint'
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { idsOf, type Line } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'

/** Whether the focus was on a row that is gone or on its way out, or fell to nowhere because of that. */
function isLost(container: HTMLElement, wasInside: boolean, isHere: (id: string) => boolean): boolean {
  const active = document.activeElement
  if (active === null || active === document.body) return wasInside
  const row = container.contains(active) ? active.closest<HTMLElement>('[data-row]') : null
  return row !== null && !isHere(row.dataset.row ?? '')
}

/**
 * Keeps the selection in step with the rows and the focus on the page: when the row that has it goes away (completed,
 * moved, trashed), the row after it takes it; after the last row the page's heading does.
 */
export function useFollow(lines: readonly Line[], container: RefObject<HTMLElement | null>) {
  const { selection } = useScope()
  const inside = useRef(false)
  useLayoutEffect(() => {
    selection.follow(idsOf(lines))
    const isHere = (id: string) => selection.order.includes(id)
    const lost = () => container.current !== null && isLost(container.current, inside.current, isHere)
    const goOn = () => {
      if (!lost()) return
      if (selection.current !== undefined) selection.go(selection.current)
      else container.current?.closest('[data-page]')?.querySelector<HTMLElement>('h1')?.focus()
    }
    // Moving the focus makes the browser lay out the page there and then; what was done is on the screen before.
    if (lost()) afterPaint(goOn)
  }, [lines, selection, container])
  return {
    onFocus: () => {
      inside.current = true
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) inside.current = container.current?.contains(relatedTarget) ?? false
    },
  }
}

import { useLayoutEffect, useRef } from 'react'
import { useScope } from '../page/scope.ts'
import type { RowState } from '../selection/use-row.ts'

/** How often a row that cannot take the focus yet is asked again; a virtual list shows a row only once it is measured. */
const tries = 20

/** Gives a row the focus when the page sends it there. */
export function useWantedFocus<T extends HTMLElement = HTMLButtonElement>(
  { wanted, editing }: RowState,
  id: string,
) {
  const { selection } = useScope()
  const ref = useRef<T>(null)
  useLayoutEffect(() => {
    if (!wanted || editing) return
    let frame = 0
    const take = (left: number) => {
      ref.current?.focus({ preventScroll: true })
      if (document.activeElement === ref.current) selection.enter(id)
      else if (left > 0) frame = requestAnimationFrame(() => take(left - 1))
    }
    take(tries)
    return () => cancelAnimationFrame(frame)
  }, [wanted, editing, selection, id])
  return ref
}

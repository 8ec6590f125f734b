import type { KeyboardEvent } from 'react'
import { folds } from '../lines/folds.ts'
import type { Line } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The arrows while a row has the focus: up and down the page, with Shift picking on the way, sideways folding subtasks. */
export function useRowKeys(lines: readonly Line[]) {
  const { selection } = useScope()
  const fold = (event: KeyboardEvent) => {
    const line = lines.find((each) => each.kind === 'task' && each.id === selection.current)
    if (line?.kind !== 'task' || line.children === 0) return
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    folds.toggle(line.id, event.key === (rtl ? 'ArrowRight' : 'ArrowLeft'))
    event.preventDefault()
  }
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-title]')) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return fold(event)
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const from = selection.current
    const to = selection.move(step)
    if (event.shiftKey && from && to) selection.extend(to, from)
  }
}

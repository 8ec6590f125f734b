import type { KeyboardEvent } from 'react'
import { useScope } from '../page/scope.ts'
import type { Columns } from './use-kept-columns.ts'

/** The card at the same height in the next column that has any. */
function beside(columns: Columns, id: string, by: 1 | -1): string | undefined {
  const at = columns.findIndex(({ lines }) => lines.some((line) => line.id === id))
  const row = columns[at]?.lines.findIndex((line) => line.id === id) ?? 0
  for (let next = at + by; columns[next]; next += by) {
    const lines = columns[next]?.lines ?? []
    if (lines.length > 0) return lines[Math.min(row, lines.length - 1)]?.id
  }
}

/** The first or last card of the column. */
const edge = (columns: Columns, id: string, key: string): string | undefined =>
  columns.find(({ lines }) => lines.some((line) => line.id === id))?.lines.at(key === 'Home' ? 0 : -1)?.id

/** Arrows on a card: up and down its column, with Shift picking on the way, sideways to the next one; Home and End to its ends. */
export function useBoardKeys(columns: Columns) {
  const { selection } = useScope()
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-title]')) return
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
    const { current } = selection
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const to = selection.move(event.key === 'ArrowDown' ? 1 : -1)
      if (event.shiftKey && current && to) selection.extend(to, current)
    } else if (current && (event.key === 'Home' || event.key === 'End')) {
      const id = edge(columns, current, event.key)
      if (id) selection.go(id)
    } else if (current && /^Arrow(Left|Right)$/.test(event.key)) {
      const id = beside(columns, current, event.key === forward ? 1 : -1)
      if (id) selection.go(id)
    } else return
    event.preventDefault()
  }
}

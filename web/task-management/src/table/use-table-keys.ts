import { useShortcuts } from '@doable/ui/shortcuts'
import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import { folds } from '../lines/folds.ts'
import type { Line } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'
import type { TableScope } from './table-context.ts'

const rows: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

const focused = () => {
  const cell = document.activeElement
  return cell instanceof HTMLElement && cell.matches('[data-cell]') ? cell : undefined
}

/** The cells of the row that has the focus, in order, and which of them has it. */
function cellsAround(cell: HTMLElement) {
  const all = [...(cell.closest('[data-row]')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  return { all, at: all.indexOf(cell) }
}

/**
 * The keys of a tree grid (ARIA Authoring Practices): arrows from cell to cell, on a title also to fold and unfold, Home and
 * End along a row and with Ctrl down the table, Enter and F2 to change a value. All others are those of rows anywhere.
 */
export function useTableKeys(lines: readonly Line[], { columns, edit }: TableScope) {
  const { t } = useLingui()
  const { selection, open } = useScope()
  const group = t`Tasks`
  const change = () => {
    const cell = focused()
    const column = columns.find((each) => each === cell?.dataset.cell)
    if (cell && column && selection.current) edit(selection.current, column, cell)
  }
  useShortcuts([
    { keys: 'f2', description: t`Change the cell`, group, when: () => focused() !== undefined, run: change },
    {
      keys: 'shift+enter',
      description: t`Open task`,
      group,
      when: () => focused() !== undefined,
      run: () => open(selection.current),
    },
  ])
  const goTo = (cell: HTMLElement, at: number) => cellsAround(cell).all.at(at)?.focus()
  const sideways = (cell: HTMLElement, by: 1 | -1) => {
    const { all, at } = cellsAround(cell)
    const line = lines.find((each) => each.kind === 'task' && each.id === selection.current)
    const isFolding = at === 0 && line?.kind === 'task' && line.children > 0 && line.folded === by > 0
    if (isFolding) folds.toggle(line.id, by < 0)
    else all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus()
  }
  const downwards = (step: number, pick: boolean) => {
    const from = selection.current
    const to = selection.move(step)
    if (pick && from && to) selection.extend(to, from)
  }
  return (event: KeyboardEvent) => {
    const cell = focused()
    if (!cell || event.altKey || event.target !== cell) return
    const whole = event.ctrlKey || event.metaKey
    const forward = getComputedStyle(cell).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const step = rows[event.key]
    if (whole && event.key === 'Home') downwards(Number.NEGATIVE_INFINITY, event.shiftKey)
    else if (whole && event.key === 'End') downwards(Number.POSITIVE_INFINITY, event.shiftKey)
    else if (whole) return
    else if (step !== undefined) downwards(step, event.shiftKey)
    else if (/^Arrow(Left|Right)$/.test(event.key)) sideways(cell, event.key === forward ? 1 : -1)
    else if (event.key === 'Home') goTo(cell, 0)
    else if (event.key === 'End') goTo(cell, -1)
    else if (event.key === 'Enter' && !event.shiftKey) change()
    else return
    event.preventDefault()
  }
}

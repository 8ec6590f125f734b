import type { ViewColumn } from '@doable/contracts/view'
import { type KeyboardEvent, useState } from 'react'
import type { PageModel } from '../page/model.ts'
import { useScope } from '../page/scope.ts'
import { HeaderCell } from './header-cell.tsx'
import css from './table.module.css'
import { step } from './use-column-menu.tsx'
import type { Columns } from './use-columns.ts'

const headings = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('[data-head]')]

/**
 * The headings, a stop of their own for Tab: arrows go from one to the next and down into the table, with Shift they make
 * the column wider and narrower, with Alt down they open its menu.
 */
export function Header({ columns, model }: { columns: Columns; model: PageModel }) {
  const { selection } = useScope()
  const [here, enter] = useState<ViewColumn>('title')
  const active = columns.columns.includes(here) ? here : 'title'
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-head]')) return
    const all = headings(event.currentTarget)
    const at = all.indexOf(event.target)
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key]
    if (by && event.shiftKey) columns.widen(active, by * step)
    else if (by) all[at + by]?.focus()
    else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all.at(-1)?.focus()
    else if (event.key === 'ArrowDown' && event.altKey)
      event.currentTarget.querySelector<HTMLElement>(`[data-menu="${active}"]`)?.click()
    else if (event.key === 'ArrowDown' && selection.current) selection.go(selection.current)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the headings of a table whose rows are drawn by a virtual list
    // biome-ignore lint/a11y/useFocusableInteractive: its headings take the focus
    <div role="row" aria-rowindex={1} className={css.header} onKeyDown={onKeyDown}>
      {columns.columns.map((column) => (
        <HeaderCell
          key={column}
          column={column}
          columns={columns}
          model={model}
          tabIndex={column === active ? 0 : -1}
          onEnter={() => enter(column)}
        />
      ))}
    </div>
  )
}

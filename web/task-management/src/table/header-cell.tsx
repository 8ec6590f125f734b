import type { ViewColumn } from '@doable/contracts/view'
import { isAscending } from '@doable/domain/view-sorting'
import { IconButton } from '@doable/ui/icon-button'
import { MenuAt } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PageModel } from '../page/model.ts'
import { sortOf } from './columns.ts'
import { Resizer } from './resizer.tsx'
import css from './table.module.css'
import { useColumnMenu } from './use-column-menu.tsx'
import { useColumnWords } from './use-column-words.ts'
import type { Columns } from './use-columns.ts'

/** How the table is sorted by this column, if it is. */
function useSortOf(column: ViewColumn, { options, setOptions, sortable }: PageModel) {
  const sort = sortable ? sortOf(column) : undefined
  const isSorted = sort !== undefined && options.sort === sort
  const ascending = isSorted ? isAscending({ sort, descending: options.descending }) : undefined
  /** By this column, then the other way round, then as the page is by itself. */
  const turn = () => {
    if (!sort) return
    if (!isSorted) setOptions({ sort, descending: false })
    else if (!options.descending) setOptions({ descending: true })
    else setOptions({ sort: null, descending: null })
  }
  return { sort, ascending, turn }
}

/** The heading of a column: pressed it sorts; its menu and its border do the rest. */
export function HeaderCell({
  column,
  columns,
  model,
  tabIndex,
  onEnter,
}: {
  column: ViewColumn
  columns: Columns
  model: PageModel
  tabIndex: number
  onEnter(): void
}) {
  const { t } = useLingui()
  const name = useColumnWords()[column]
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { sort, ascending, turn } = useSortOf(column, model)
  const sections = useColumnMenu(column, columns, model)
  const direction = ascending === undefined ? 'none' : ascending ? 'ascending' : 'descending'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a heading of a table whose rows are drawn by a virtual list
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      aria-sort={sort && direction}
      className={`${css.heading} ${column === 'title' ? css.first : ''}`}
    >
      <button
        type="button"
        ref={button}
        data-head={column}
        tabIndex={tabIndex}
        className={css.name}
        onFocus={onEnter}
        onClick={() => (sort ? turn() : setOpen(true))}
        onContextMenu={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        <span>{name}</span>
        {ascending !== undefined && (ascending ? <ArrowUp /> : <ArrowDown />)}
      </button>
      <IconButton
        small
        label={t`Menu of column ${name}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-menu={column}
        tabIndex={-1}
        className={css.menu}
        onClick={() => setOpen(true)}
      >
        <ChevronDown />
      </IconButton>
      <Resizer column={column} columns={columns} />
      <MenuAt
        anchor={button}
        label={t`Menu of column ${name}`}
        sections={sections}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </div>
  )
}

import { useTask } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import type { ViewColumn } from '@doable/contracts/view'
import {
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
  memo,
  type Ref,
  useDeferredValue,
  useSyncExternalStore,
} from 'react'
import { useRowDrag } from '../drag/use-row-drag.ts'
import type { TaskLine } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'
import { usePress } from '../rows/use-press.ts'
import { useWantedFocus } from '../rows/use-wanted-focus.ts'
import { useRow } from '../selection/use-row.ts'
import { cells } from './cells.tsx'
import css from './table.module.css'
import { useTable } from './table-context.ts'
import { TitleCell } from './title-cell.tsx'

export type TableRowProps = Omit<TaskLine, 'kind' | 'key' | 'place' | 'size'> & { open: boolean }

/** A task's row with its place; the place changes with every task above it, the cells are not drawn anew for that. */
export function TableItem({ line, index, open }: { line: TaskLine; index: number; open: boolean }) {
  const { kind: _kind, key: _key, place, size, ...row } = line
  const { selection } = useScope()
  const { chosen } = useRow(selection, line.id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn by a virtual list, between elements that are no rows
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={line.depth + 1}
      aria-posinset={place}
      aria-setsize={size}
      aria-selected={chosen}
      aria-expanded={line.children > 0 ? !line.folded : undefined}
    >
      <TableRow {...row} open={open} />
    </div>
  )
}

type CellProps = {
  task: Task
  column: Exclude<ViewColumn, 'title'>
  tabIndex: number
  ref: Ref<HTMLDivElement> | null
}

const PlainCell = memo(function PlainCell({ task, column, tabIndex, ref }: CellProps) {
  const Content = cells[column]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a table whose rows are drawn by a virtual list
    <div role="gridcell" data-cell={column} tabIndex={tabIndex} ref={ref} className={css.cell}>
      <Content task={task} />
    </div>
  )
})

const cellOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
const columnOf = (cell: HTMLElement | null) => cell?.dataset.cell as ViewColumn | undefined

/** The column of the cell that has or would take the focus; undefined in any other row. */
function useHere(current: boolean): ViewColumn | undefined {
  const { cursor } = useTable()
  return useSyncExternalStore(cursor.subscribe, () => (current ? cursor.column : undefined))
}

const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, depth, leaving, open } = props
  const { selection } = useScope()
  const { cursor, columns, edit } = useTable()
  const task = useTask(id)
  const state = useRow(selection, id)
  const here = useHere(state.current)
  const wanted = useWantedFocus<HTMLDivElement>(state, id)
  const drag = useRowDrag(props, useDeferredValue(true, false))
  const { press, handlers } = usePress(id)
  if (!task) return null
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    const column = columnOf(cell)
    if (cell && column && column !== 'title') press(event, () => edit(id, column, cell))
    else press(event)
  }
  const onFocus = ({ target }: FocusEvent) => {
    selection.enter(id)
    const column = columnOf(cellOf(target))
    if (column) cursor.enter(column)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table takes the keys of its cells
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      data-row={id}
      data-depth={depth || undefined}
      data-chosen={state.chosen || undefined}
      data-open={open || undefined}
      data-done={task.completedAt !== null || undefined}
      data-leaving={leaving || undefined}
      data-drop={drag.drop}
      ref={drag.ref}
      className={css.row}
      style={{ '--depth': depth } as CSSProperties}
      onClick={onClick}
      onFocus={onFocus}
      {...handlers}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a cell of a table whose rows are drawn by a virtual list */}
      <div
        role="rowheader"
        data-cell="title"
        className={`${css.cell} ${css.first}`}
        tabIndex={here === 'title' ? 0 : -1}
        ref={here === 'title' ? wanted : null}
      >
        <TitleCell task={task} folded={props.folded} editing={state.editing}>
          {props.children}
        </TitleCell>
      </div>
      {columns.map(
        (column) =>
          column !== 'title' && (
            <PlainCell
              key={column}
              task={task}
              column={column}
              tabIndex={column === here ? 0 : -1}
              ref={column === here ? wanted : null}
            />
          ),
      )}
    </div>
  )
})

import type { ViewColumn } from '@doable/contracts/view'
import { createContext, useContext } from 'react'
import type { Cursor } from './cursor.ts'

/** What the rows of a table share. Changes only with the columns, and then all rows are drawn anew. */
export type TableScope = {
  cursor: Cursor
  columns: readonly ViewColumn[]
  /** Begins to change a cell's value, or opens the task where it has none of its own to change. */
  edit(id: string, column: ViewColumn, cell: HTMLElement): void
}
export const TableContext = createContext<TableScope | null>(null)

export function useTable(): TableScope {
  const table = useContext(TableContext)
  if (!table) throw new Error('a row of a table needs a table around it')
  return table
}

import { useSyncExternalStore } from 'react'
import type { Selection } from './selection.ts'

export type RowState = { current: boolean; chosen: boolean; wanted: boolean; editing: boolean }

const states: RowState[] = Array.from({ length: 16 }, (_, bits) => ({
  current: (bits & 1) > 0,
  chosen: (bits & 2) > 0,
  wanted: (bits & 4) > 0,
  editing: (bits & 8) > 0,
}))

/** How a row stands in its page. The same object while nothing about this row changes, so that only changed rows render. */
export const useRow = (selection: Selection, id: string): RowState =>
  useSyncExternalStore(selection.subscribe, () => {
    const bits =
      (selection.current === id ? 1 : 0) |
      (selection.chosen.has(id) ? 2 : 0) |
      (selection.wanted === id ? 4 : 0) |
      (selection.editing === id ? 8 : 0)
    return states[bits] as RowState
  })

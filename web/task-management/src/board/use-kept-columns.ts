import type { VirtualListHandle } from '@doable/ui/virtual-list'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Group } from '../lines/group.ts'
import type { TaskLine } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'

export type Columns = readonly { group: Group; lines: readonly TaskLine[] }[]

const placeOf = (columns: Columns, id: string | undefined) =>
  id === undefined ? -1 : columns.findIndex(({ lines }) => lines.some((line) => line.id === id))

/** The columns that stay drawn wherever the board is scrolled to: they hold the focus or what is being typed. */
export function useKeptColumns(columns: Columns, adding: string | undefined): number[] {
  const { selection } = useScope()
  const current = useSyncExternalStore(selection.subscribe, () => selection.current)
  const open = columns.findIndex(({ group }) => group.id === adding)
  return [...new Set([placeOf(columns, current), open])].filter((at) => at >= 0)
}

/** Brings the column of the card that the page sends the focus to into sight. */
export function useScrollToColumn(columns: Columns) {
  const { selection } = useScope()
  const handle = useRef<VirtualListHandle>(null)
  const wanted = useSyncExternalStore(selection.subscribe, () => selection.wanted)
  useLayoutEffect(() => {
    const at = placeOf(columns, wanted)
    if (at >= 0) handle.current?.scrollToIndex(at, { align: 'nearest' })
  }, [wanted, columns])
  return handle
}

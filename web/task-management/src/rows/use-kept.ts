import type { VirtualListHandle } from '@doable/ui/virtual-list'
import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Line } from '../lines/line.ts'
import { useScope } from '../page/scope.ts'

/** The lines that stay drawn wherever the page is scrolled to: they hold the focus or what is being typed. */
export function useKept(lines: readonly Line[]): number[] {
  const { selection } = useScope()
  const current = useSyncExternalStore(selection.subscribe, () => selection.current)
  return useMemo(() => {
    const kept: number[] = []
    for (const [at, line] of lines.entries())
      if (line.kind === 'task' ? line.id === current : line.kind === 'add' && line.open) kept.push(at)
    return kept
  }, [lines, current])
}

/** Brings the row the page sends the focus to into sight, so that it is drawn and can take it. */
export function useScrollToWanted(lines: readonly Line[]) {
  const { selection } = useScope()
  const handle = useRef<VirtualListHandle>(null)
  const wanted = useSyncExternalStore(selection.subscribe, () => selection.wanted)
  useLayoutEffect(() => {
    if (wanted === undefined) return
    const at = lines.findIndex((line) => line.kind === 'task' && line.id === wanted)
    if (at >= 0) handle.current?.scrollToIndex(at, { align: 'nearest' })
  }, [wanted, lines])
  return handle
}

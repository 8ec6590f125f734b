import type { Placement } from '@doable/client/placement'
import { useCallback, useRef, useState } from 'react'
import { carriedOrdered, carryOrdered, type OrderedKind } from './tasks-drag.ts'
import { type DragLibrary, withDrag } from './with-drag.ts'

type Edge = 'top' | 'bottom'
type Ordered = { kind: OrderedKind; id: string; move(id: string, to: Placement): void }
const edges = { 'reorder-before': 'available', 'reorder-after': 'available' } as const

function attach(
  drag: DragLibrary,
  element: HTMLElement,
  { kind, id, move }: Ordered,
  show: (edge?: Edge) => void,
) {
  return drag.combine(
    drag.draggable({ element, getInitialData: () => carryOrdered(kind, id) }),
    drag.dropTargetForElements({
      element,
      canDrop: ({ source }) => (carriedOrdered(kind, source.data) ?? id) !== id,
      getData: ({ input, element }) => drag.attachInstruction({}, { input, element, operations: edges }),
      onDrag: ({ self }) => show(drag.dropOf(self.data) === 'before' ? 'top' : 'bottom'),
      onDragLeave: () => show(),
      onDrop({ self, source }) {
        show()
        const carried = carriedOrdered(kind, source.data)
        if (carried) move(carried, { [drag.dropOf(self.data) === 'before' ? 'before' : 'after']: id })
      },
    }),
  )
}

/** An entry of the navigation as something to drag among its own kind. `move` is called with what was dragged. */
export function useOrderDrag(kind: OrderedKind, id: string, move: Ordered['move']) {
  const [edge, setEdge] = useState<Edge>()
  const detach = useRef<() => void>(undefined)
  const latest = useRef(move)
  latest.current = move
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      const entry: Ordered = { kind, id, move: (carried, to) => latest.current(carried, to) }
      detach.current = element ? withDrag((drag) => attach(drag, element, entry, setEdge)) : undefined
    },
    [kind, id],
  )
  return { ref, edge }
}

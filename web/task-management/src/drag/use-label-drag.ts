import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine'
import { attachInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/attach-instruction'
import { useStore } from '@doable/client/react'
import type { Store } from '@doable/client/store'
import { useCallback, useRef, useState } from 'react'
import { carriedLabel, carryLabel } from './tasks-drag.ts'
import { dropOf } from './use-row-drag.ts'

type Edge = 'top' | 'bottom'
const edges = { 'reorder-before': 'available', 'reorder-after': 'available' } as const

function attach(element: HTMLElement, id: string, store: Store, show: (edge?: Edge) => void) {
  return combine(
    draggable({ element, getInitialData: () => carryLabel(id) }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => (carriedLabel(source.data) ?? id) !== id,
      getData: ({ input, element }) => attachInstruction({}, { input, element, operations: edges }),
      onDrag: ({ self }) => show(dropOf(self.data) === 'before' ? 'top' : 'bottom'),
      onDragLeave: () => show(),
      onDrop({ self, source }) {
        show()
        const carried = carriedLabel(source.data)
        if (carried) store.moveLabel(carried, { [dropOf(self.data) === 'before' ? 'before' : 'after']: id })
      },
    }),
  )
}

/** A label of the navigation as something to drag among the labels. */
export function useLabelDrag(id: string) {
  const store = useStore()
  const [edge, setEdge] = useState<Edge>()
  const detach = useRef<() => void>(undefined)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      detach.current = element ? attach(element, id, store, setEdge) : undefined
    },
    [id, store],
  )
  return { ref, edge }
}

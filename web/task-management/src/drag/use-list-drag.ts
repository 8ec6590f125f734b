import { mayEdit } from '@doable/client/rights'
import type { List } from '@doable/contracts/list'
import { useCallback, useRef, useState } from 'react'
import { carriedList, carriedTasks, carryList, targetData } from './tasks-drag.ts'
import { type DragLibrary, withDrag } from './with-drag.ts'

type Hover = { over?: boolean; edge?: 'top' | 'bottom' }
const edges = { 'reorder-before': 'available', 'reorder-after': 'available' } as const

function attach(
  drag: DragLibrary,
  element: HTMLElement,
  listId: string,
  writable: boolean,
  show: (hover: Hover) => void,
) {
  const leave = () => show({})
  return drag.combine(
    drag.draggable({ element, getInitialData: () => carryList(listId) }),
    drag.dropTargetForElements({
      element,
      canDrop: ({ source }) =>
        (writable && carriedTasks(source.data) !== undefined) ||
        (carriedList(source.data) ?? listId) !== listId,
      getData: ({ input, element, source }) => {
        const target = targetData({ kind: 'list', listId })
        if (carriedTasks(source.data)) return target
        return drag.attachInstruction(target, { input, element, operations: edges })
      },
      onDrag({ self, source }) {
        if (carriedTasks(source.data)) show({ over: true })
        else show({ edge: drag.dropOf(self.data) === 'before' ? 'top' : 'bottom' })
      },
      onDragLeave: leave,
      onDrop: leave,
    }),
  )
}

/** A list of the navigation as something to drag among the lists, and to drop tasks on. */
export function useListDrag(list: List) {
  const { id } = list
  const [hover, setHover] = useState<Hover>({})
  const detach = useRef<() => void>(undefined)
  const writable = mayEdit(list)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      const show = (next: Hover) =>
        setHover((now) => (now.over === next.over && now.edge === next.edge ? now : next))
      detach.current = element ? withDrag((drag) => attach(drag, element, id, writable, show)) : undefined
    },
    [id, writable],
  )
  return { ref, ...hover }
}

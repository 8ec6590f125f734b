import { useCallback, useRef, useState } from 'react'
import { carriedTasks, type DropTarget, targetData } from './tasks-drag.ts'
import { withDrag } from './with-drag.ts'

/** Lets tasks be dropped on something that is no row: a heading, a column, a list in the navigation. */
export function useDropTarget(target: DropTarget | undefined) {
  const [over, setOver] = useState(false)
  const detach = useRef<() => void>(undefined)
  const name = target && JSON.stringify(target)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      detach.current = undefined
      if (!element || !name) return
      detach.current = withDrag(({ dropTargetForElements }) =>
        dropTargetForElements({
          element,
          canDrop: ({ source }) => carriedTasks(source.data) !== undefined,
          getData: () => targetData(JSON.parse(name)),
          onDropTargetChange: ({ self, location }) =>
            setOver(location.current.dropTargets[0]?.element === self.element),
          onDragLeave: () => setOver(false),
          onDrop: () => setOver(false),
        }),
      )
    },
    [name],
  )
  return { ref, over }
}

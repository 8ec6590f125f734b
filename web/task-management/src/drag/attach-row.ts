import { attachDrag } from './attach-drag.ts'
import type { Drop } from './drag-library.ts'
import { carriedTasks, type DropTarget, targetData } from './tasks-drag.ts'
import type { DragLibrary } from './with-drag.ts'

/**
 * Ties a row to the drag and drop of the browser. `nests` lets other tasks become its subtasks; `ids` says what is dragged
 * along with it, and whether it may be dragged itself; `show` hears what a drop would do.
 */
export function attachRow(
  drag: DragLibrary,
  element: HTMLElement,
  target: Extract<DropTarget, { kind: 'row' }>,
  nests: boolean,
  ids: () => string[],
  show: (drop: Drop | undefined) => void,
): () => void {
  return drag.combine(
    attachDrag(drag, element, target.id, ids),
    drag.dropTargetForElements({
      element,
      canDrop: ({ source }) => !(carriedTasks(source.data)?.includes(target.id) ?? true),
      getData: ({ input, element }) =>
        drag.attachInstruction(targetData(target), {
          input,
          element,
          operations: {
            'reorder-before': 'available',
            'reorder-after': 'available',
            combine: nests ? 'available' : 'not-available',
          },
        }),
      onDrag: ({ self }) => show(drag.dropOf(self.data)),
      onDragLeave: () => show(undefined),
      onDrop: () => show(undefined),
    }),
  )
}

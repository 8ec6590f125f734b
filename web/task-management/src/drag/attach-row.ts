import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine'
import { attachInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/attach-instruction'
import { attachDrag } from './attach-drag.ts'
import { carriedTasks, type DropTarget, targetData } from './tasks-drag.ts'
import { type Drop, dropOf } from './use-row-drag.ts'

/**
 * Ties a row to the drag and drop of the browser. `nests` lets other tasks become its subtasks; `ids` says what is dragged
 * along with it, and whether it may be dragged itself; `show` hears what a drop would do.
 */
export function attachRow(
  element: HTMLElement,
  target: Extract<DropTarget, { kind: 'row' }>,
  nests: boolean,
  ids: () => string[],
  show: (drop: Drop | undefined) => void,
): () => void {
  return combine(
    attachDrag(element, target.id, ids),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => !(carriedTasks(source.data)?.includes(target.id) ?? true),
      getData: ({ input, element }) =>
        attachInstruction(targetData(target), {
          input,
          element,
          operations: {
            'reorder-before': 'available',
            'reorder-after': 'available',
            combine: nests ? 'available' : 'not-available',
          },
        }),
      onDrag: ({ self }) => show(dropOf(self.data)),
      onDragLeave: () => show(undefined),
      onDrop: () => show(undefined),
    }),
  )
}

import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
import { attachInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/attach-instruction'
import { plural } from '@lingui/core/macro'
import css from './drag.module.css'
import { carriedTasks, carryTasks, type DropTarget, targetData } from './tasks-drag.ts'
import { type Drop, dropOf } from './use-row-drag.ts'

/** What hangs under the pointer when several tasks are dragged; a single one shows its own row. */
function previewOf(count: number) {
  return ({ container }: { container: HTMLElement }) => {
    const preview = document.createElement('div')
    preview.className = css.preview ?? ''
    preview.textContent = plural(count, { one: '# task', other: '# tasks' })
    container.append(preview)
  }
}

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
    draggable({
      element,
      canDrag: () => !element.querySelector('input') && ids().includes(target.id),
      getInitialData: () => carryTasks(ids()),
      onGenerateDragPreview({ nativeSetDragImage }) {
        const count = ids().length
        if (count > 1) setCustomNativeDragPreview({ nativeSetDragImage, render: previewOf(count) })
      },
      onDragStart: () => element.toggleAttribute('data-dragging', true),
      onDrop: () => element.toggleAttribute('data-dragging', false),
    }),
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

import { plural } from '@lingui/core/macro'
import css from './drag.module.css'
import { type Carried, carryTasks } from './tasks-drag.ts'
import type { DragLibrary } from './with-drag.ts'

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
 * Lets an element be dragged for a task. `ids` says what is dragged along with it, and whether it may be dragged itself;
 * `more` adds to what is carried, from where the pointer is.
 */
export function attachDrag(
  { draggable, setCustomNativeDragPreview }: DragLibrary,
  element: HTMLElement,
  id: string,
  ids: () => string[],
  more: (pointer: { clientX: number; clientY: number }) => Carried = () => ({}),
): () => void {
  return draggable({
    element,
    canDrag: () => !element.querySelector('input') && ids().includes(id),
    getInitialData: ({ input }) => ({ ...carryTasks(ids()), ...more(input) }),
    onGenerateDragPreview({ nativeSetDragImage }) {
      const count = ids().length
      if (count > 1) setCustomNativeDragPreview({ nativeSetDragImage, render: previewOf(count) })
    },
    onDragStart: () => element.toggleAttribute('data-dragging', true),
    onDrop: () => element.toggleAttribute('data-dragging', false),
  })
}

import { useCallback, useRef } from 'react'
import { attachDrag } from '../drag/attach-drag.ts'
import type { Carried } from '../drag/tasks-drag.ts'
import { withDrag } from '../drag/with-drag.ts'
import { useScope } from '../page/scope.ts'
import type { Entry } from './entry.ts'

const grasp = Symbol('grasp')
/** How far below a block's upper edge it was grasped, in pixels; 0 for what is no block. */
export const graspOf = (data: Carried): number => (data[grasp] as number | undefined) ?? 0

/** Lets a line or block be dragged, with the picked ones if it is one of them; the grasped one comes first. */
export function useEntryDrag({ task, preview }: Entry, isBlock = false) {
  const { selection, acts } = useScope()
  const detach = useRef<() => void>(undefined)
  return useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      detach.current = undefined
      if (!element || preview) return
      const ids = () => {
        const all = acts.allowed(selection.targets(task.id))
        return all.includes(task.id) ? [task.id, ...all.filter((id) => id !== task.id)] : []
      }
      detach.current = withDrag((drag) =>
        attachDrag(drag, element, task.id, ids, ({ clientY }) => ({
          [grasp]: isBlock ? clientY - element.getBoundingClientRect().top : 0,
        })),
      )
    },
    [task.id, preview, isBlock, selection, acts],
  )
}

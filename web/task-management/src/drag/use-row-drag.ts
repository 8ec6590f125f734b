import { extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item/extract-instruction'
import { useCallback, useRef, useState } from 'react'
import type { TaskLine } from '../lines/line.ts'
import { useLook, useScope } from '../page/scope.ts'
import { attachRow } from './attach-row.ts'

/** Where a dragged task would come to lie: above this row, behind it, or as its subtask. */
export type Drop = 'before' | 'after' | 'below'
const drops = { 'reorder-before': 'before', 'reorder-after': 'after', combine: 'below' } as const

export const dropOf = (data: Record<string | symbol, unknown>): Drop | undefined => {
  const instruction = extractInstruction(data)
  return instruction && !instruction.blocked ? drops[instruction.operation] : undefined
}

/** Makes a row something to drag and to drop on. Only rows in sight are attached, so a long list costs no more than a short one, and only once they are `ready`: drawn. */
export function useRowDrag({ id, groupId }: Pick<TaskLine, 'id' | 'groupId'>, ready: boolean) {
  const { selection, acts } = useScope()
  const { movable } = useLook()
  const [drop, setDrop] = useState<Drop>()
  const detach = useRef<() => void>(undefined)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      detach.current =
        element && ready
          ? attachRow(
              element,
              { kind: 'row', id, groupId },
              movable,
              () => acts.allowed(selection.targets(id)),
              setDrop,
            )
          : undefined
    },
    [id, groupId, selection, acts, movable, ready],
  )
  return { ref, drop }
}

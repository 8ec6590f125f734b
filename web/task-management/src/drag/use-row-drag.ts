import { useCallback, useRef, useState } from 'react'
import type { TaskLine } from '../lines/line.ts'
import { useLook, useScope } from '../page/scope.ts'
import { attachRow } from './attach-row.ts'
import type { Drop } from './drag-library.ts'
import { withDrag } from './with-drag.ts'

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
          ? withDrag((drag) =>
              attachRow(
                drag,
                element,
                { kind: 'row', id, groupId },
                movable,
                () => acts.allowed(selection.targets(id)),
                setDrop,
              ),
            )
          : undefined
    },
    [id, groupId, selection, acts, movable, ready],
  )
  return { ref, drop }
}

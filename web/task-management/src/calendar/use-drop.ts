import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useCallback, useRef, useState } from 'react'
import { carriedTasks } from '../drag/tasks-drag.ts'
import { useCalendar } from './calendar-scope.ts'
import type { Spot } from './planning.ts'

/** Lets tasks be dropped on a day, or where they lose theirs. A spot without a time leaves them the time they have. */
export function useDrop(spot: Spot | null) {
  const { planner } = useCalendar()
  const [over, setOver] = useState(false)
  const detach = useRef<() => void>(undefined)
  const name = JSON.stringify(spot)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      detach.current = undefined
      if (!element) return
      detach.current = dropTargetForElements({
        element,
        canDrop: ({ source }) => carriedTasks(source.data) !== undefined,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop({ source }) {
          setOver(false)
          planner.put(carriedTasks(source.data) ?? [], JSON.parse(name))
        },
      })
    },
    [planner, name],
  )
  return { ref, over }
}

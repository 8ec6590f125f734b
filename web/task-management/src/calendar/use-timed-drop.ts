import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useStore } from '@doable/client/react'
import { useCallback, useRef, useState } from 'react'
import { carriedTasks } from '../drag/tasks-drag.ts'
import { useCalendar } from './calendar-scope.ts'
import { pointIn } from './scale.ts'
import { graspOf } from './use-entry-drag.ts'
import { leastMinutes, timeOf } from './wall.ts'

/** Where dragged tasks would come to stand. */
export type Ghost = { day: string; start: number; minutes: number }

const same = (a: Ghost | undefined, b: Ghost) =>
  a?.day === b.day && a.start === b.start && a.minutes === b.minutes

/** Lets tasks be dropped on the hours of some days, by a quarter of an hour, and says where they would stand. */
export function useTimedDrop(days: readonly string[]) {
  const { planner } = useCalendar()
  const store = useStore()
  const [ghost, setGhost] = useState<Ghost>()
  const detach = useRef<() => void>(undefined)
  const names = days.join()
  const ref = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.()
      detach.current = undefined
      if (!element) return
      const shown = names.split(',')
      type Heard = Parameters<NonNullable<Parameters<typeof dropTargetForElements>[0]['onDrag']>>[0]
      const ghostOf = ({ source, location }: Heard): Ghost => {
        const { column, minutes } = pointIn(
          location.current.input,
          element,
          shown.length,
          graspOf(source.data),
        )
        const task = store.getSnapshot().tasks.get(carriedTasks(source.data)?.[0] ?? '')
        return { day: shown[column] ?? '', start: minutes, minutes: task?.durationMinutes ?? leastMinutes }
      }
      const show = (heard: Heard) => {
        const next = ghostOf(heard)
        setGhost((before) => (same(before, next) ? before : next))
      }
      detach.current = dropTargetForElements({
        element,
        canDrop: ({ source }) => carriedTasks(source.data) !== undefined,
        onDragEnter: show,
        onDrag: show,
        onDragLeave: () => setGhost(undefined),
        onDrop(heard) {
          setGhost(undefined)
          const { day, start } = ghostOf(heard)
          planner.put(carriedTasks(heard.source.data) ?? [], { day, time: timeOf(start) })
        },
      })
    },
    [planner, store, names],
  )
  return { ref, ghost }
}

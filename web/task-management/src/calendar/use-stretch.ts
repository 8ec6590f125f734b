import { type PointerEvent, useRef, useState } from 'react'
import { useCalendar } from './calendar-scope.ts'
import type { Entry } from './entry.ts'
import { stretched } from './planning.ts'
import { hourHeight } from './scale.ts'
import { leastMinutes } from './wall.ts'

/** The lower edge of a block as something to drag: how long the task would take, and what the edge hears. */
export function useStretch({ task }: Entry) {
  const { planner } = useCalendar()
  const [minutes, setMinutes] = useState<number>()
  const from = useRef<{ y: number; minutes: number }>(undefined)
  const stop = () => {
    from.current = undefined
    setMinutes(undefined)
  }
  const lengthAt = ({ clientY }: PointerEvent) => {
    const { y, minutes } = from.current ?? { y: clientY, minutes: leastMinutes }
    return stretched(minutes + ((clientY - y) / hourHeight) * 60)
  }
  return {
    minutes,
    edge: {
      // What is pressed here is not dragged as a whole.
      onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
      onClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { y: event.clientY, minutes: task.durationMinutes ?? leastMinutes }
      },
      onPointerMove: (event: PointerEvent) => from.current && setMinutes(lengthAt(event)),
      onPointerUp(event: PointerEvent) {
        if (!from.current) return
        const length = lengthAt(event)
        const moved = event.clientY !== from.current.y
        stop()
        if (moved && length !== task.durationMinutes) planner.stretch(task.id, length)
      },
      onPointerCancel: stop,
    },
  }
}

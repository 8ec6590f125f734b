import { type PointerEvent, useRef } from 'react'

/** Shorter than the browser waits before it begins to drag, in milliseconds; then what is dragged is picked already. */
const long = 400
/** A finger that moves this far scrolls, in pixels. */
const far = 10

/**
 * What a finger that rests on something does. `wasLong` tells, once, the click that may follow, so that it does nothing
 * more.
 */
export function useLongPress(run: () => void) {
  const press = useRef({ timer: 0, x: 0, y: 0, held: false })
  const end = () => clearTimeout(press.current.timer)
  return {
    wasLong: () => {
      const { held } = press.current
      press.current.held = false
      return held
    },
    handlers: {
      onPointerDown: ({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
        end()
        press.current.held = false
        if (pointerType !== 'touch' || !isPrimary) return
        const hold = () => {
          press.current.held = true
          run()
        }
        press.current = { timer: window.setTimeout(hold, long), x, y, held: false }
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const { x, y } = press.current
        if (Math.hypot(clientX - x, clientY - y) > far) end()
      },
      onPointerUp: end,
      onPointerCancel: end,
      onContextMenu: (event: { preventDefault(): void }) => press.current.held && event.preventDefault(),
    },
  }
}

import type { MouseEvent } from 'react'
import { useScope } from '../page/scope.ts'
import { useLongPress } from './use-long-press.ts'

const byFinger = ({ nativeEvent }: MouseEvent) =>
  nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'

/** What pressing a row does: picks it with Shift, Ctrl or a finger that stays; otherwise `open`, its details unless said. */
export function usePress(id: string) {
  const { selection, open } = useScope()
  const longPress = useLongPress(() => selection.toggle(id))
  const press = (event: MouseEvent, onPlain: () => void = () => open(id)) => {
    if (longPress.wasLong()) return
    if (event.shiftKey) selection.extend(id)
    else if (event.ctrlKey || event.metaKey || (byFinger(event) && selection.chosen.size > 0))
      selection.toggle(id)
    else {
      selection.enter(id)
      onPlain()
    }
  }
  return { press, handlers: longPress.handlers }
}

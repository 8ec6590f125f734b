import { type KeyboardEvent, useState } from 'react'

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
}

/** Which of `count` answers is chosen, moved by the arrows; Enter picks it. */
export function useChoice(count: number, pick: (at: number) => void) {
  const [wanted, setWanted] = useState(0)
  const at = Math.min(wanted, count - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const move = moves[event.key]
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      pick(at)
    } else if (move && count > 0) {
      event.preventDefault()
      setWanted(move(at, count - 1))
    }
  }
  return { at, onKeyDown, reset: () => setWanted(0) }
}

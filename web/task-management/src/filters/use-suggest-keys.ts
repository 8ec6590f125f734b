import { type KeyboardEvent, useState } from 'react'

type Offer = {
  count: number
  /** What is active before the arrows are used: the first where what is typed is unfinished, otherwise none. */
  first?: 0 | -1
  choose(index: number): void
}
type Doing = { onEnter?: (() => void) | undefined; onEscape?: (() => void) | undefined }

/**
 * The list of suggestions under a field: whether it is open, which of it is active, and the keys that move in it (the combobox
 * of the ARIA practices). It opens once something is typed (`ask`) or an arrow is pressed.
 */
export function useSuggestKeys({ count, first = -1, choose }: Offer, { onEnter, onEscape }: Doing = {}) {
  const [at, setAt] = useState<number>()
  const [asked, setAsked] = useState(false)
  const open = asked && count > 0
  const active = open ? Math.min(at ?? first, count - 1) : -1
  const ask = () => {
    setAsked(true)
    setAt(undefined)
  }
  const close = () => {
    setAsked(false)
    setAt(undefined)
  }
  const step = (by: 1 | -1) => {
    const from = active < 0 && by < 0 ? 0 : active
    setAsked(true)
    setAt((from + by + count) % count)
  }
  const take = (index: number) => {
    ask()
    choose(index)
  }
  const acts: Record<string, (() => void) | false | undefined> = {
    ArrowDown: count > 0 && (() => step(1)),
    ArrowUp: count > 0 && (() => step(-1)),
    Enter: active >= 0 ? () => take(active) : onEnter,
    Tab: active >= 0 && (() => take(active)),
    Escape: open ? close : onEscape,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return { open, active, point: setAt, take, ask, close, keys: { onKeyDown, onBlur: close } }
}

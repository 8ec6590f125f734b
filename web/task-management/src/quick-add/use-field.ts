import { announce } from '@doable/ui/announce'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { QuickAddState } from './use-quick-add.ts'
import type { Suggestions } from './use-suggestions.ts'

/** The field and its tinted mirror: kept scrolled alike, and the caret put where a chosen name ends. */
function useMirror() {
  const input = useRef<HTMLInputElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const caret = useRef<number>(undefined)
  const align = () => {
    if (mirror.current) mirror.current.scrollLeft = input.current?.scrollLeft ?? 0
  }
  useLayoutEffect(() => {
    if (caret.current !== undefined) input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
    align()
  })
  return { input, mirror, caret, align }
}

type Doing = { onEnter(): void; onEscape(): void }

/**
 * What keys and presses do in the field. Backspace right behind a token and a press inside one turn it back to text; while
 * names are suggested, arrows, Enter, Tab and Escape are theirs.
 */
export function useField(
  { parsed, ignore }: QuickAddState,
  suggestions: Suggestions,
  { onEnter, onEscape }: Doing,
) {
  const { t } = useLingui()
  const { input, mirror, caret, align } = useMirror()
  const choose = (index?: number) => {
    caret.current = suggestions.choose(index)
    input.current?.focus()
  }
  /** Answers whether a token fits the place of the caret and was turned back. */
  const turnBack = (fits: (token: { start: number; end: number }, at: number) => boolean) => {
    const { selectionStart: at = null, selectionEnd } = input.current ?? {}
    if (at === null || at !== selectionEnd) return false
    const token = parsed.tokens.find((each) => each.kind !== 'escape' && fits(each, at))
    if (!token) return false
    ignore(token.start)
    announce(t`“${token.text}” is text now`)
    return true
  }
  const open = suggestions.shown.length > 0
  const onChoice = suggestions.active >= 0 && { Enter: () => choose(), Tab: () => choose() }
  const onSuggestions = {
    ...onChoice,
    Escape: suggestions.close,
    ArrowDown: () => suggestions.step(1),
    ArrowUp: () => suggestions.step(-1),
  }
  const keys: Record<string, () => unknown> = {
    Enter: onEnter,
    Escape: onEscape,
    Backspace: () => turnBack(({ end }, at) => end === at),
    ...(open && onSuggestions),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key]
    if (!act || act() === false) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = () => turnBack(({ start, end }, at) => start < at && at < end)
  return { input, mirror, align, choose, onKeyDown, onClick }
}

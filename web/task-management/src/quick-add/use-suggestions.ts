import { fold } from '@doable/domain/fold'
import { useState } from 'react'
import { fillIn, fitting, wantedAt } from './suggestions.ts'
import type { QuickAddState } from './use-quick-add.ts'

/** Names to choose from while one is being typed at the caret. */
export function useSuggestions({ text, names, setText, parsed }: QuickAddState) {
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState<string>()
  const bySign = { '#': names.lists, '@': names.labels, '/': names.sections }
  const known = [...names.lists, ...names.labels, ...names.sections].map(fold)
  const wanted = wantedAt(text, caret, (words) => known.some((name) => name.startsWith(fold(words))))
  const turnedBack =
    wanted && !parsed.tokens.some(({ start }) => start === wanted.start) && wanted.words !== ''
  const isOpen = wanted !== undefined && closedFor !== `${wanted.sign}${wanted.start}` && !turnedBack
  const shown = isOpen ? fitting(bySign[wanted.sign], wanted.words) : []
  const active = Math.min(at, shown.length - 1)
  return {
    shown,
    active,
    sign: wanted?.sign,
    follow(position: number) {
      setCaret(position)
      setAt(0)
    },
    step: (by: number) => setAt((active + by + shown.length) % shown.length),
    point: setAt,
    close: () => wanted && setClosedFor(`${wanted.sign}${wanted.start}`),
    /** Fills the name in; answers where the caret belongs. */
    choose(index = active): number | undefined {
      const name = shown[index]
      if (name === undefined || !wanted) return undefined
      const filled = fillIn(text, wanted, name)
      setText(filled.text)
      setCaret(filled.caret)
      return filled.caret
    },
  }
}
export type Suggestions = ReturnType<typeof useSuggestions>

import { fold } from '@doable/domain/fold'
import type { QuickAdd } from '@doable/domain/quick-add'
import { useState } from 'react'
import { type Choice, choicesFor, fillIn, type Sign, wantedAt } from './suggestions.ts'
import type { Options, QuickAddState } from './use-quick-add.ts'

const namesOf = (all: readonly { name: string }[] = []) => all.map(({ name }) => name)

/** The names behind each sign: sections and people are those of the list that the line names, or of the page's. */
function namesBySign(
  { lists, labels, here, me }: Options,
  { fields }: QuickAdd,
): Record<Sign, readonly string[]> {
  const { listName } = fields
  const list = lists.find(({ id, name }) =>
    listName === null ? id === (here.listId ?? me.id) : name.toLowerCase() === listName.toLowerCase(),
  )
  return { '#': namesOf(lists), '@': labels, '/': namesOf(list?.sections), '+': namesOf(list?.members) }
}

/** Names to choose from while one is being typed at the caret. */
export function useSuggestions({ text, options, setText, parsed }: QuickAddState) {
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState<number>()
  const [closedFor, setClosedFor] = useState<string>()
  const bySign = namesBySign(options, parsed)
  const known = Object.values(bySign).flat().map(fold)
  const wanted = wantedAt(text, caret, (words) => known.some((name) => name.startsWith(fold(words))))
  // A name that is turned back to text is wanted no more; one that nobody has is text from the beginning.
  const isText = wanted && wanted.words !== '' && !parsed.tokens.some(({ start }) => start === wanted.start)
  const mayBeNew = wanted?.sign === '#' || wanted?.sign === '@' || (wanted?.sign === '/' && !isText)
  const maySuggest = !isText || wanted?.inQuotes || wanted?.sign === '+' || wanted?.sign === '/'
  const isOpen = wanted !== undefined && closedFor !== `${wanted.sign}${wanted.start}` && maySuggest
  const shown: Choice[] = isOpen ? choicesFor(bySign[wanted.sign], wanted, mayBeNew) : []
  // A new name is understood as it stands, so nobody has to choose it before the task can be added.
  const first = shown[0]?.isNew ? -1 : 0
  const active = shown.length === 0 ? -1 : Math.min(at ?? first, shown.length - 1)
  return {
    shown,
    active,
    sign: wanted?.sign,
    follow(position: number) {
      setCaret(position)
      setAt(undefined)
    },
    step: (by: number) => setAt((Math.max(active, by > 0 ? -1 : 0) + by + shown.length) % shown.length),
    point: (index: number) => setAt(index),
    close: () => wanted && setClosedFor(`${wanted.sign}${wanted.start}`),
    /** Fills the name in; answers where the caret belongs. */
    choose(index = active): number | undefined {
      const choice = shown[index]
      if (choice === undefined || !wanted) return undefined
      const filled = fillIn(text, wanted, choice)
      setText(filled.text)
      setCaret(filled.caret)
      return filled.caret
    },
  }
}
export type Suggestions = ReturnType<typeof useSuggestions>

import { fold } from '@doable/domain/fold'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export type Choice = {
  id: string
  label: string
  icon?: ReactNode
  /** Set in from the start, for what lies below the choice above it. */
  depth?: number
  checked?: boolean
}

const create = '+'

/** What is offered for what was typed; last, where it is possible and new, to make it. */
function offered(choices: Choice[], words: string, offer?: (name: string) => string): Choice[] {
  const typed = words.trim()
  const found = choices.filter((choice) => fold(choice.label).includes(fold(typed)))
  const exact = choices.some((choice) => fold(choice.label) === fold(typed))
  return offer && typed && !exact ? [...found, { id: create, label: offer(typed), icon: <Plus /> }] : found
}

export type PickerProps = {
  label: string
  choices: Choice[]
  onPick(id: string): void
  /** Several can be checked; it stays open. */
  many?: boolean
  /** Words for making what was typed, and what makes it. */
  offer?: (name: string) => string
  onCreate?(name: string): void
}

/** What is typed, what is offered for it, and which of that is pointed at. */
export function usePicker({ choices, onPick, offer, onCreate }: PickerProps) {
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const shown = offered(choices, words, offer)
  const active = Math.min(at, shown.length - 1)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const pick = (choice: Choice | undefined) => {
    if (!choice) return
    if (choice.id === create) onCreate?.(words.trim())
    else onPick(choice.id)
    setWords('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((active + step + shown.length) % Math.max(shown.length, 1))
    else if (event.key === 'Enter') pick(shown[active])
    else return
    event.preventDefault()
  }
  const type = (next: string) => {
    setWords(next)
    setAt(0)
  }
  return { list, words, type, shown, active, point: setAt, pick, onKeyDown }
}

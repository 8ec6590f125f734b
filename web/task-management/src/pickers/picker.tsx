import { fold } from '@doable/domain/fold'
import { useLingui } from '@lingui/react/macro'
import { Check, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import css from './picker.module.css'

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

/**
 * Found by typing, picked by arrows and Enter or by a press (the combobox with a list box of the ARIA Authoring Practices).
 * `many` leaves it open and shows what is checked.
 */
export function Picker(props: {
  label: string
  choices: Choice[]
  onPick(id: string): void
  many?: boolean
  /** Words for making what was typed, and what makes it. */
  offer?: (name: string) => string
  onCreate?(name: string): void
}) {
  const { label, choices, onPick, many, offer, onCreate } = props
  const { t } = useLingui()
  const id = useId()
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
  return (
    <div className={css.picker}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because the person asked for it
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder={label}
        dir="auto"
        className={css.input}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        role="listbox"
        id={id}
        aria-label={label}
        aria-multiselectable={many}
        className={css.list}
        ref={list}
      >
        {shown.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys and points here
          // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
          <div
            key={choice.id}
            role="option"
            id={`${id}-${index}`}
            aria-selected={choice.checked ?? false}
            data-active={index === active || undefined}
            className={css.choice}
            style={{ paddingInlineStart: 8 + (choice.depth ?? 0) * 24 }}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== active && setAt(index)}
            onClick={() => pick(choice)}
          >
            <span className={css.icon}>{choice.icon}</span>
            <span className={css.label} dir="auto">
              {choice.label}
            </span>
            {choice.checked && <Check className={css.check} />}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className={css.none}>{t`Nothing matches.`}</p>}
    </div>
  )
}

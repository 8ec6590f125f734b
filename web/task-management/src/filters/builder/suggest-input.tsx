import { useId } from 'react'
import suggest from '../suggest.module.css'
import { SuggestionList } from '../suggestion-list.tsx'
import { useSuggestKeys } from '../use-suggest-keys.ts'
import css from './builder.module.css'
import { fitting } from './fitting.ts'

/** A field for a name or a day that offers what there is; anything else can be typed too. */
export function SuggestInput({
  label,
  value,
  onChange,
  offers,
  error,
  describedBy,
  placeholder,
}: {
  label: string
  value: string
  onChange(value: string): void
  /** All that could be meant; what fits what was typed is shown. */
  offers: readonly string[]
  error?: boolean | undefined
  describedBy?: string | undefined
  placeholder?: string
}) {
  const list = useId()
  const shown = fitting(offers, value)
  const choose = (index: number) => {
    onChange(shown[index] ?? value)
    close()
  }
  const { open, active, point, take, ask, close, keys } = useSuggestKeys({ count: shown.length, choose })
  return (
    <div className={`${suggest.place} ${css.value}`}>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        aria-invalid={error || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={placeholder}
        className={css.input}
        value={value}
        onChange={(event) => {
          ask()
          onChange(event.target.value)
        }}
        {...keys}
      />
      <SuggestionList
        id={list}
        label={label}
        open={open}
        suggestions={shown.map((offer) => ({ id: offer, label: offer }))}
        active={active}
        onPoint={point}
        onChoose={take}
      />
    </div>
  )
}

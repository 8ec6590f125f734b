import { useLingui } from '@lingui/react/macro'
import css from './quick-add.module.css'
import type { Suggestions } from './use-suggestions.ts'

/** The names that fit, under the field; the field keeps the focus and points here. */
export function SuggestionList({
  id,
  suggestions,
  onChoose,
}: {
  id: string
  suggestions: Suggestions
  onChoose(index: number): void
}) {
  const { t } = useLingui()
  const { shown, active, sign } = suggestions
  const label = { '#': t`Lists`, '@': t`Labels`, '/': t`Sections` }[sign ?? '#']
  return (
    <div role="listbox" id={id} aria-label={label} className={css.suggestions} hidden={shown.length === 0}>
      {shown.map((name, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={name}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === active}
          className={css.suggestion}
          dir="auto"
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => index !== active && suggestions.point(index)}
          onClick={() => onChoose(index)}
        >
          {sign}
          {name}
        </div>
      ))}
    </div>
  )
}

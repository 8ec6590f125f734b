import { useLingui } from '@lingui/react/macro'
import css from './quick-add.module.css'
import type { Choice } from './suggestions.ts'
import type { Suggestions } from './use-suggestions.ts'

function useChoiceWords(sign: Suggestions['sign']) {
  const { t } = useLingui()
  return ({ name, isNew }: Choice): string => {
    if (!isNew) return `${sign}${name}`
    return {
      '#': t`New list “${name}”`,
      '@': t`New label “${name}”`,
      '/': t`New section “${name}”`,
      '+': '',
    }[sign ?? '#']
  }
}

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
  const words = useChoiceWords(sign)
  const label = { '#': t`Lists`, '@': t`Labels`, '/': t`Sections`, '+': t`People` }[sign ?? '#']
  return (
    <div role="listbox" id={id} aria-label={label} className={css.suggestions} hidden={shown.length === 0}>
      {shown.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={`${choice.isNew} ${choice.name}`}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === active}
          className={css.suggestion}
          data-new={choice.isNew || undefined}
          dir="auto"
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => index !== active && suggestions.point(index)}
          onClick={() => onChoose(index)}
        >
          {words(choice)}
        </div>
      ))}
    </div>
  )
}

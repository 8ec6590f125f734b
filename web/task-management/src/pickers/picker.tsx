import './words.ts'
import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { useId } from 'react'
import css from './picker.module.css'
import { type PickerProps, usePicker } from './use-picker.tsx'

/**
 * Found by typing, picked by arrows and Enter or by a press (the combobox with a list box of the ARIA Authoring Practices).
 * `many` leaves it open and shows what is checked.
 */
export function Picker(props: PickerProps) {
  const { label, many } = props
  const { t } = useLingui()
  const id = useId()
  const { list, words, type, shown, active, point, pick, onKeyDown } = usePicker(props)
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
        onChange={(event) => type(event.target.value)}
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
            onPointerMove={() => index !== active && point(index)}
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

import { type ReactNode, useId } from 'react'
import css from './checkbox.module.css'

type ToggleProps = {
  children: ReactNode
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
  /** A quiet sentence under the words. */
  description?: ReactNode
  name?: string
}

function Toggle({
  role,
  children,
  checked,
  onChange,
  disabled,
  description,
  name,
}: ToggleProps & { role?: 'switch' }) {
  const note = useId()
  return (
    <label className={css.row}>
      <input
        type="checkbox"
        role={role}
        className={role ? css.switch : css.box}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        disabled={disabled}
        name={name}
        aria-describedby={description ? note : undefined}
      />
      <span>
        {children}
        {description && (
          <span id={note} className={css.description}>
            {description}
          </span>
        )}
      </span>
    </label>
  )
}

/** A box to tick, with its words after it. */
export const Checkbox = (props: ToggleProps) => <Toggle {...props} />
/** Something that is on or off at once, with its words after it. */
export const Switch = (props: ToggleProps) => <Toggle {...props} role="switch" />

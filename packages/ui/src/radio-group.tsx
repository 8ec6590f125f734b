import { type ReactNode, useId } from 'react'
import css from './radio-group.module.css'

/** One of a few, all visible. `row` sets them side by side. */
export function RadioGroup<V extends string>({
  label,
  value,
  onChange,
  options,
  row,
}: {
  label: string
  value: V
  onChange(value: V): void
  options: { value: V; label: ReactNode }[]
  row?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{label}</legend>
      <div className={row ? css.row : css.column}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className={css.radio}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

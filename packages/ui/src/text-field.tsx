import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import css from './field.module.css'
import { FieldFrame, type FieldWords, useFieldIds } from './field.tsx'

export type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> &
  FieldWords & {
    value: string
    onChange(value: string): void
    /** Stands inside the field at its end, such as a button. */
    end?: ReactNode
    ref?: Ref<HTMLInputElement>
  }

/** A labelled line of text. `error` (a sentence) marks it invalid. `hideLabel` keeps the label for readers only. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, value, onChange, end, className, id, ...rest } = props
  const ids = useFieldIds(props)
  return (
    <FieldFrame ids={ids} words={{ label, hideLabel, description, error }} className={className}>
      <span className={css.box}>
        <input
          {...rest}
          {...ids.control}
          className={css.input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {end}
      </span>
    </FieldFrame>
  )
}

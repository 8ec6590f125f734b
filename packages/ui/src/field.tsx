import { type ReactNode, useId } from 'react'
import css from './field.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export type FieldWords = {
  label: string
  hideLabel?: boolean | undefined
  /** A quiet sentence under the field. */
  description?: ReactNode
  /** What is wrong, as a sentence; replaces the description and marks the field invalid. */
  error?: string | undefined
}

/** Ties label, description and error to their control, as WCAG 1.3.1 and 3.3.1 ask. */
export function useFieldIds({ id, error, description }: { id?: string | undefined } & Partial<FieldWords>) {
  const made = useId()
  const note = `${id ?? made}-note`
  return {
    note,
    control: {
      id: id ?? made,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': error || description ? note : undefined,
    } as const,
  }
}

/** Label above, note below; the control is the child. */
export function FieldFrame({
  ids,
  words,
  className,
  children,
}: {
  ids: ReturnType<typeof useFieldIds>
  words: FieldWords
  className?: string | undefined
  children: ReactNode
}) {
  const label = <label htmlFor={ids.control.id}>{words.label}</label>
  return (
    <div className={`${css.field} ${className ?? ''}`}>
      {words.hideLabel ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <span className={css.label}>{label}</span>
      )}
      {children}
      <FieldNote id={ids.note} words={words} />
    </div>
  )
}

export function FieldNote({ id, words }: { id: string; words: Partial<FieldWords> }) {
  if (words.error)
    return (
      <span id={id} className={css.error}>
        {words.error}
      </span>
    )
  return words.description ? (
    <span id={id} className={css.description}>
      {words.description}
    </span>
  ) : null
}

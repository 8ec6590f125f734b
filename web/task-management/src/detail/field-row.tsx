import { type ReactNode, type RefObject, useRef, useState } from 'react'
import css from './fields.module.css'
import { useReadOnly } from './read-only.ts'

/** One line of the panel: a name, a value that is a button, and what the button opens; plain words where it may only be read. */
export function FieldRow({
  name,
  field,
  value,
  none,
  tone,
  popup = 'dialog',
  children,
}: {
  name: string
  /** How the keys of the page find it: `due`, `labels`, `move`. */
  field?: string
  value: ReactNode
  /** The value is the absence of one. */
  none?: boolean
  tone?: 'late' | 'today' | 'later' | undefined
  popup?: 'dialog' | 'menu'
  /** What opens; `anchor` is the button. */
  children(opened: {
    anchor: RefObject<HTMLButtonElement | null>
    isOpen: boolean
    onClose(): void
  }): ReactNode
}) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const className = `${css.value} ${none ? css.none : ''} ${(tone && css[tone]) ?? ''}`
  const said = <span className={css.said}>{name}: </span>
  const readOnly = useReadOnly() !== undefined
  if (readOnly && none) return null
  return (
    <div className={css.row}>
      <span className={css.name} aria-hidden="true">
        {name}
      </span>
      {readOnly ? (
        <span className={className}>
          {said}
          {value}
        </span>
      ) : (
        <button
          type="button"
          ref={anchor}
          data-field={field}
          aria-haspopup={popup}
          aria-expanded={isOpen}
          className={className}
          onClick={() => setOpen(true)}
        >
          {said}
          {value}
        </button>
      )}
      {!readOnly && children({ anchor, isOpen, onClose: () => setOpen(false) })}
    </div>
  )
}

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import css from './button.module.css'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  small?: boolean
  /** A lucide icon before the words. */
  icon?: ReactNode
  /** Still working: takes no further press, keeps the focus, says so to a screen reader. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A native button in our four looks. `type` is `button` unless said otherwise. */
export function Button({
  kind = 'plain',
  small,
  icon,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={`${css.button} ${css[kind]} ${small ? css.small : ''} ${className ?? ''}`}
    >
      {icon}
      {children}
    </button>
  )
}

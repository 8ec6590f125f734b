import type { ReactNode } from 'react'
import type { ButtonProps } from './button.tsx'
import css from './icon-button.module.css'
import { hint } from './tooltip.tsx'

/** A square button with an icon; `label` names it for everybody: as a tooltip and to a screen reader. */
export function IconButton({
  label,
  keys,
  children,
  small,
  className,
  ...rest
}: Omit<ButtonProps, 'kind' | 'icon' | 'busy'> & { label: string; keys?: string; children: ReactNode }) {
  return (
    <button
      type="button"
      {...hint(label, keys)}
      {...rest}
      aria-label={label}
      className={`${css.button} ${small ? css.small : ''} ${className ?? ''}`}
    >
      {children}
    </button>
  )
}

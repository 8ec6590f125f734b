import type { ReactNode } from 'react'
import css from './visually-hidden.module.css'

/** Words for a screen reader only; `as="h1"` for a heading that nobody needs to see. */
export const VisuallyHidden = ({
  as: Tag = 'span',
  children,
}: {
  as?: 'span' | 'h1' | 'h2'
  children: ReactNode
}) => <Tag className={css.hidden}>{children}</Tag>

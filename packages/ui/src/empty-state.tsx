import type { ReactNode } from 'react'
import css from './empty-state.module.css'

/** Nothing here: one short sentence and the one action that helps (a Button, or words with a Kbd). */
export const EmptyState = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className={css.empty}>
    <p>{children}</p>
    {action}
  </div>
)

import type { ReactNode } from 'react'
import css from './form-message.module.css'

/** What a form says as a whole: an error (read out at once), a success, or a note. */
export const FormMessage = ({
  kind = 'note',
  children,
}: {
  kind?: 'error' | 'success' | 'note'
  children: ReactNode
}) =>
  children ? (
    <div role={kind === 'error' ? 'alert' : 'status'} className={`${css.message} ${css[kind]}`}>
      {children}
    </div>
  ) : null

import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import css from './empty-state.module.css'

/** Something went wrong here: what happened and what was kept, and the way to try again. */
export function ErrorState({
  children,
  onRetry,
  action,
}: {
  children: ReactNode
  onRetry?: () => void
  /** What trying again is called, if not that. */
  action?: string
}) {
  const { t } = useLingui()
  return (
    <div className={css.empty} role="alert">
      <p>{children}</p>
      {onRetry && <Button onClick={onRetry}>{action ?? t`Try again`}</Button>}
    </div>
  )
}

import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import css from './empty-state.module.css'

/** Something went wrong here: what happened and what was kept, and the way to try again. */
export function ErrorState({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  const { t } = useLingui()
  return (
    <div className={css.empty} role="alert">
      <p>{children}</p>
      {onRetry && <Button onClick={onRetry}>{t`Try again`}</Button>}
    </div>
  )
}

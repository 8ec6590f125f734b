import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useSyncExternalStore } from 'react'
import { folds } from '../lines/folds.ts'
import css from './sidebar.module.css'

/** A titled part of the navigation that folds away, with its own button at the end of the title. */
export function Part({
  name,
  title,
  action,
  children,
}: {
  /** For what is remembered of it. */
  name: string
  title: string
  action?: ReactNode
  children: ReactNode
}) {
  const { t } = useLingui()
  const id = useId()
  const folded = useSyncExternalStore(folds.subscribe, () => folds.has(`sidebar ${name}`))
  return (
    <section className={css.part} aria-label={title}>
      <div className={css.head}>
        <button
          type="button"
          className={css.title}
          aria-expanded={!folded}
          aria-controls={id}
          aria-label={folded ? t`Show ${title}` : t`Hide ${title}`}
          onClick={() => folds.toggle(`sidebar ${name}`)}
        >
          {title}
          <ChevronDown />
        </button>
        {action}
      </div>
      <ul id={id} hidden={folded}>
        {!folded && children}
      </ul>
    </section>
  )
}

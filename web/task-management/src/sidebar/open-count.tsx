import { number } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import css from './sidebar.module.css'

/** How many tasks are open there; nothing when none is. */
export function OpenCount({ count }: { count: number }) {
  const { t } = useLingui()
  if (count === 0) return null
  return (
    <span className={css.count}>
      {number(count)}
      <VisuallyHidden> {t`open`}</VisuallyHidden>
    </span>
  )
}

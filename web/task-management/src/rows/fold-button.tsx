import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { folds } from '../lines/folds.ts'
import css from './task-row.module.css'

/** Shows or hides the subtasks below a row; nothing where there are none. */
export function FoldButton({
  id,
  children,
  folded,
  tabIndex,
}: {
  id: string
  children: number
  folded: boolean
  tabIndex: number
}) {
  const { t } = useLingui()
  if (children === 0) return null
  return (
    <IconButton
      small
      label={folded ? t`Show subtasks` : t`Hide subtasks`}
      aria-expanded={!folded}
      tabIndex={tabIndex}
      className={css.fold}
      onClick={(event) => {
        event.stopPropagation()
        folds.toggle(id)
      }}
    >
      <ChevronDown />
    </IconButton>
  )
}

import type { Task } from '@doable/contracts/task'
import { instant } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import css from './fields.module.css'

/** When the task was made and done. */
export function Facts({ task }: { task: Task }) {
  const { t } = useLingui()
  const created = instant(task.createdAt)
  const completed = task.completedAt && instant(task.completedAt)
  const trashed = task.trashedAt && instant(task.trashedAt)
  return (
    <div className={css.facts}>
      <p>{t`Added ${created}`}</p>
      {completed && <p>{t`Completed ${completed}`}</p>}
      {trashed && <p>{t`In the trash since ${trashed}`}</p>}
    </div>
  )
}

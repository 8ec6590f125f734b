import type { Task } from '@doable/contracts/task'
import { Avatar } from '@doable/ui/avatar'
import { useLingui } from '@lingui/react/macro'
import { Bell } from 'lucide-react'
import { useAssignee } from '../names/use-assignee.ts'
import css from './row-meta.module.css'

/** That a task has reminders, and whom it is assigned to. */
export function PeopleMarks({ task }: { task: Task }) {
  const { t } = useLingui()
  const assignee = useAssignee(task)
  const count = task.reminders.length
  return (
    <>
      {count > 0 && (
        <span className={css.mark} title={count === 1 ? t`1 reminder` : t`${count} reminders`}>
          <Bell />
        </span>
      )}
      {assignee !== undefined && (
        <span className={css.person} title={t`Assigned to ${assignee}`}>
          <Avatar name={assignee} size={18} />
        </span>
      )}
    </>
  )
}

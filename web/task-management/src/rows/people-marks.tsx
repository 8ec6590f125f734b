import type { Task } from '@doable/contracts/task'
import { Avatar } from '@doable/ui/avatar'
import { useLingui } from '@lingui/react/macro'
import { Bell } from 'lucide-react'
import { useAssignee } from '../names/use-assignee.ts'
import css from './row-meta.module.css'

/** That a task has reminders. */
export function ReminderMark({ count }: { count: number }) {
  const { t } = useLingui()
  if (count === 0) return null
  return (
    <span className={css.mark} title={count === 1 ? t`1 reminder` : t`${count} reminders`}>
      <Bell />
    </span>
  )
}

/** Whom a task is assigned to, where others share its list. */
export function AssigneeMark({ task }: { task: Task }) {
  const { t } = useLingui()
  const assignee = useAssignee(task)
  if (assignee === undefined) return null
  return (
    <span className={css.person} title={t`Assigned to ${assignee}`}>
      <Avatar name={assignee} size={20} />
    </span>
  )
}

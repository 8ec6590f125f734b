import { membersOf } from '@doable/client/members'
import { useView } from '@doable/client/react'
import { Avatar } from '@doable/ui/avatar'
import { Popover } from '@doable/ui/popover'
import { useLingui } from '@lingui/react/macro'
import { FieldRow } from '../detail/field-row.tsx'
import type { FieldProps } from '../detail/fields.tsx'
import './words.ts'
import { AssigneePicker } from './assignee-picker.tsx'
import css from './people.module.css'
import { usePeopleOf } from './use-people-of.ts'

/** Who is to do it. Where nobody else is in the list there is nobody to choose from. */
export function AssigneeField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const alone = useView((view) => membersOf(view, task.listId).length < 2)
  const assignee = usePeopleOf([task.listId]).find(({ id }) => id === task.assigneeId)
  if (alone && task.assigneeId === null) return null
  const value = assignee ? (
    <span className={css.person}>
      <Avatar name={assignee.name} picture={assignee.picture} size={20} />
      <span dir="auto">{assignee.name}</span>
    </span>
  ) : (
    t`Nobody`
  )
  return (
    <FieldRow name={t`Assignee`} field="assignee" value={value} none={!assignee}>
      {(opened) => (
        <Popover {...opened} label={t`Assignee`}>
          <AssigneePicker ids={[task.id]} acts={acts} onDone={opened.onClose} />
        </Popover>
      )}
    </FieldRow>
  )
}

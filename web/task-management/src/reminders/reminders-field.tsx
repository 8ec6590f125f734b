import { reminderKey } from '@doable/domain/reminder'
import { Popover } from '@doable/ui/popover'
import { useLingui } from '@lingui/react/macro'
import { FieldRow } from '../detail/field-row.tsx'
import type { FieldProps } from '../detail/fields.tsx'
import { useMinute } from '../page/use-time.ts'
import './words.ts'
import { ReminderEditor } from './reminder-editor.tsx'
import { reminderWords } from './reminder-words.ts'
import css from './reminders.module.css'
import { useDefaultReminder } from './use-default-reminder.ts'

/** When people are told of the task. */
export function RemindersField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const now = useMinute()
  const { reminders } = task
  const usual = useDefaultReminder(task)
  const words = usual && reminderWords(usual, now)
  const none = words ? t`By default: ${words}` : t`None`
  const value =
    reminders.length === 0 ? (
      none
    ) : (
      <span className={css.values}>
        {reminders.map((reminder) => (
          <span key={reminderKey(reminder)}>{reminderWords(reminder, now)}</span>
        ))}
      </span>
    )
  return (
    <FieldRow name={t`Reminders`} field="reminders" value={value} none={reminders.length === 0}>
      {(opened) => (
        <Popover {...opened} label={t`Reminders`}>
          <ReminderEditor task={task} acts={acts} />
        </Popover>
      )}
    </FieldRow>
  )
}

import { dueIn } from '@doable/domain/due'
import { DatePopover } from '@doable/ui/date-popover'
import { useLingui } from '@lingui/react/macro'
import { dueWords } from '../names/due-words.ts'
import { useMinute } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

/** The line below has a button of its own, which the page's key for it presses too. */
const openRepeat = () =>
  setTimeout(() => document.querySelector<HTMLElement>('[data-panel] [data-field="repeat"]')?.click(), 50)

/** The day a task is planned for, and perhaps the time. */
export function DueField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const now = useMinute()
  const weekStart = useWeekStart()
  const due = dueIn(task, now.zone)
  const said = dueWords(task, now)
  const tone = task.completedAt === null ? said?.tone : undefined
  return (
    <FieldRow name={t`Due`} field="due" value={said?.words ?? t`No date`} none={!said} tone={tone}>
      {(opened) => (
        <DatePopover
          {...opened}
          label={t`Due date`}
          value={{ date: due?.day ?? null, time: due?.time ?? null }}
          onChange={(value) => acts.setDue([task.id], value, now.zone)}
          today={now.day}
          weekStart={weekStart}
          more={{ label: t`Repeat…`, run: openRepeat }}
        />
      )}
    </FieldRow>
  )
}

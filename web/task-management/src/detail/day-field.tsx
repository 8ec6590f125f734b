import { describeDay } from '@doable/domain/describe-day'
import { DatePopover } from '@doable/ui/date-popover'
import { currentReader } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

/** A day without a time: not before it (`startOn`), or over by its end (`deadlineOn`). */
export function DayField({ task, acts, field }: FieldProps & { field: 'startOn' | 'deadlineOn' }) {
  const { t } = useLingui()
  const today = useDay().day
  const weekStart = useWeekStart()
  const day = task[field]
  const name = field === 'startOn' ? t`Start` : t`Deadline`
  const late = field === 'deadlineOn' && day !== null && day < today && task.completedAt === null
  const words = day ? describeDay(day, today, currentReader().language) : t`None`
  return (
    <FieldRow name={name} value={words} none={!day} tone={late ? 'late' : undefined}>
      {(opened) => (
        <DatePopover
          {...opened}
          label={name}
          value={{ date: day, time: null }}
          onChange={({ date }) => acts.change([task.id], { [field]: date })}
          today={today}
          weekStart={weekStart}
          withTime={false}
        />
      )}
    </FieldRow>
  )
}

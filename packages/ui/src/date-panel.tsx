import { parseDate } from '@internationalized/date'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays, CalendarOff, Clock, Repeat, Sun, Sunrise, X } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './date-panel.module.css'
import type { DatePopoverProps, Due } from './date-popover.tsx'
import { day } from './format.ts'
import { IconButton } from './icon-button.tsx'
import { MonthCalendar } from './month-calendar.tsx'

const plus = (from: string, days: number) => parseDate(from).add({ days }).toString()

/** The next first day of the week, at the earliest tomorrow. */
export function nextWeek(today: string, weekStart = 1): string {
  const weekday = parseDate(today).toDate('UTC').getUTCDay() || 7
  return plus(today, ((weekStart - weekday + 6) % 7) + 1)
}

function Choice({
  icon,
  label,
  aside,
  onClick,
}: {
  icon: ReactNode
  label: string
  aside?: string
  onClick(): void
}) {
  return (
    <button type="button" className={css.choice} onClick={onClick}>
      {icon}
      <span>{label}</span>
      {aside && <span className={css.aside}>{aside}</span>}
    </button>
  )
}

function Time({ value, onChange }: { value: Due; onChange(value: Due): void }) {
  const { t } = useLingui()
  return (
    <div className={css.time}>
      <Clock />
      <input
        type="time"
        aria-label={t`Time`}
        value={value.time ?? ''}
        onChange={(event) => onChange({ ...value, time: event.target.value || null })}
      />
      {value.time && (
        <IconButton small label={t`No time`} onClick={() => onChange({ ...value, time: null })}>
          <X />
        </IconButton>
      )}
    </div>
  )
}

export default function DatePanel({
  value,
  onChange,
  onClose,
  today,
  weekStart,
  withTime = true,
  more,
}: DatePopoverProps) {
  const { t } = useLingui()
  const choose = (date: string | null) => {
    onChange({ date, time: date ? value.time : null })
    onClose()
  }
  const quick = [
    { label: t`Today`, date: today, icon: <Sun /> },
    { label: t`Tomorrow`, date: plus(today, 1), icon: <Sunrise /> },
    { label: t`Next week`, date: nextWeek(today, weekStart), icon: <CalendarDays /> },
  ]
  return (
    <div className={css.panel}>
      {quick.map((choice) => (
        <Choice
          key={choice.label}
          {...choice}
          aside={day(choice.date, { weekday: 'short', day: 'numeric', month: 'short' })}
          onClick={() => choose(choice.date)}
        />
      ))}
      {value.date && <Choice icon={<CalendarOff />} label={t`No date`} onClick={() => choose(null)} />}
      <MonthCalendar value={value.date} onChange={choose} {...(weekStart && { weekStart })} />
      {withTime && value.date && <Time value={value} onChange={onChange} />}
      {more && (
        <div className={css.more}>
          <Choice
            icon={<Repeat />}
            label={more.label}
            onClick={() => {
              onClose()
              more.run()
            }}
          />
        </div>
      )}
    </div>
  )
}

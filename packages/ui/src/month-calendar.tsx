import { parseDate } from '@internationalized/date'
import { useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar'
import css from './date-panel.module.css'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A month to choose one day from; arrows move by day, Page Up and Down by month. */
export function MonthCalendar({
  value,
  onChange,
  weekStart,
}: {
  value: string | null
  onChange(day: string): void
  /** 1 is Monday, 7 is Sunday. */
  weekStart?: number
}) {
  const { t } = useLingui()
  const firstDay = weekStart ? weekdays[weekStart - 1] : undefined
  return (
    <Calendar
      aria-label={t`Calendar`}
      value={value ? parseDate(value) : null}
      onChange={(date) => date && onChange(date.toString())}
      {...(firstDay && { firstDayOfWeek: firstDay })}
    >
      <header className={css.head}>
        <Button slot="previous" className={css.turn ?? ''}>
          <ChevronLeft />
        </Button>
        <Heading className={css.month} />
        <Button slot="next" className={css.turn ?? ''}>
          <ChevronRight />
        </Button>
      </header>
      <CalendarGrid className={css.grid ?? ''}>
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell className={css.weekday ?? ''}>{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={css.cell ?? ''} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

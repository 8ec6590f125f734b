import { weekday } from '@doable/domain/calendar'
import { day as dayWords, time as timeWords } from '@doable/ui/format'
import { memo } from 'react'
import { Cell, Row, RowHead } from './grid-parts.tsx'
import { cellName } from './use-cursor.ts'
import { timeOf } from './wall.ts'
import css from './week.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** One hour of each day, as cells to stand on and to press. */
const HourRow = memo(function HourRow({
  hour,
  days,
  current,
}: {
  hour: number
  days: readonly string[]
  /** The day that Tab reaches, in this hour. */
  current: string | undefined
}) {
  const time = timeWords(timeOf(hour * 60))
  return (
    <Row className={css.hour}>
      <RowHead className={css.time}>
        <span>{time}</span>
      </RowHead>
      {/* Named by their weekday, so that the next week takes over the cells of this one. */}
      {days.map((day) => (
        <Cell
          key={weekday(day)}
          className={css.slot}
          data-spot={cellName({ day, hour })}
          data-day={day}
          data-hour={hour}
          aria-label={`${dayWords(day)}, ${time}`}
          tabIndex={day === current ? 0 : -1}
        />
      ))}
    </Row>
  )
})

/** The hours of some days. */
export const Hours = memo(function Hours({
  days,
  cursor,
}: {
  days: readonly string[]
  cursor: { day: string; hour: number | null }
}) {
  return hours.map((hour) => (
    <HourRow key={hour} hour={hour} days={days} current={hour === cursor.hour ? cursor.day : undefined} />
  ))
})

import { day as dayWords, number } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useSyncExternalStore } from 'react'
import { DotsDay } from './dots-day.tsx'
import type { Entry } from './entry.ts'
import { ColumnHead, Grid, Row, RowHead } from './grid-parts.tsx'
import css from './month.module.css'
import { MonthDay } from './month-day.tsx'
import { weekNumber } from './period.ts'
import { useSize } from './use-size.ts'
import { weekNumbers } from './week-numbers.ts'

/** In pixels: what a day's number takes, a line, and a row at least. */
const [head, line, leastRow] = [28, 24, 104]
const none: readonly Entry[] = []

/** A month in weeks, as a date grid. `dots` tells by dots how full a day is, where there is no room for words. */
export function Month({
  title,
  weeks,
  chosen,
  today,
  entries,
  dots,
  openId,
  onKeyDown,
}: {
  title: string
  weeks: readonly string[][]
  /** The day that Tab reaches. */
  chosen: string
  today: string
  entries: ReadonlyMap<string, readonly Entry[]>
  dots: boolean
  openId: string | undefined
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}) {
  const { t } = useLingui()
  const [ref, size] = useSize()
  const numbers = useSyncExternalStore(weekNumbers.subscribe, weekNumbers.shown)
  const row = Math.max(leastRow, ((size?.height ?? 0) - head) / weeks.length)
  const room = Math.floor((row - head) / line)
  const weekName = (place: number) => t`Week ${place}`
  const Day = dots ? DotsDay : MonthDay
  return (
    <div className={css.scroller} ref={ref} data-dots={dots || undefined}>
      <Grid
        aria-label={title}
        className={css.month}
        data-numbers={numbers || undefined}
        onKeyDown={onKeyDown}
      >
        <Row className={css.weekdays}>
          {numbers && (
            <ColumnHead className={css.week}>
              <VisuallyHidden>{t`Week number`}</VisuallyHidden>
              <span aria-hidden="true">
                {t({ message: 'Wk', comment: 'Above the numbers of the weeks' })}
              </span>
            </ColumnHead>
          )}
          {weeks[0]?.map((day) => (
            <ColumnHead key={day} aria-label={dayWords(day, { weekday: 'long' })}>
              {dayWords(day, { weekday: dots ? 'narrow' : 'short' })}
            </ColumnHead>
          ))}
        </Row>
        {weeks.map((week) => (
          <Row key={week[0]} className={css.row}>
            {numbers && (
              <RowHead className={css.week} aria-label={weekName(weekNumber(week))}>
                {number(weekNumber(week))}
              </RowHead>
            )}
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                entries={entries.get(day) ?? none}
                room={room}
                inside={day.slice(0, 7) === chosen.slice(0, 7)}
                today={day === today}
                current={day === chosen}
                openId={openId}
              />
            ))}
          </Row>
        ))}
      </Grid>
    </div>
  )
}

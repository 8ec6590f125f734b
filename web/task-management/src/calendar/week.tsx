import { day as dayWords, number } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type RefObject, useMemo } from 'react'
import { AllDay } from './all-day.tsx'
import { useCalendar } from './calendar-scope.ts'
import { DayColumn, type Part } from './day-column.tsx'
import type { Entry } from './entry.ts'
import { Cell, ColumnHead, Grid, Row, RowHead, Rows } from './grid-parts.tsx'
import { Hours } from './hours.tsx'
import { partsOf } from './planning.ts'
import { gutter, hourHeight } from './scale.ts'
import type { Cursor } from './use-cursor.ts'
import { useHoursScroll } from './use-hours-scroll.ts'
import { useTimedDrop } from './use-timed-drop.ts'
import { timeOf } from './wall.ts'
import css from './week.module.css'

type WeekProps = {
  title: string
  days: readonly string[]
  cursor: Cursor
  today: string
  /** What stands on the days, and on those before from which something reaches into them. */
  entries: ReadonlyMap<string, readonly Entry[]>
  openId: string | undefined
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

const none: readonly never[] = []
/** In pixels: the narrowest that a block can be read. */
const leastWidth = 64

function partsByDay(entries: WeekProps['entries']): Map<string, Part[]> {
  const all = [...entries.values()].flat().flatMap((entry) => {
    if (entry.time === null) return []
    const parts = partsOf(entry.day, entry.time, entry.task.durationMinutes)
    return parts.map((part, at) => ({ ...part, entry, continued: at > 0, last: at === parts.length - 1 }))
  })
  return Map.groupBy(all, ({ day }) => day)
}

function Heads({ days, today }: Pick<WeekProps, 'days' | 'today'>) {
  const { t } = useLingui()
  return (
    <Row className={css.heads}>
      <ColumnHead>
        <VisuallyHidden>{t`Time`}</VisuallyHidden>
      </ColumnHead>
      {days.map((day) => (
        <ColumnHead key={day} className={css.head}>
          <VisuallyHidden>{dayWords(day, { weekday: 'long', day: 'numeric', month: 'long' })}</VisuallyHidden>
          <span aria-hidden="true">{dayWords(day, { weekday: 'short' })}</span>
          <span aria-hidden="true" className={css.number} data-today={day === today || undefined}>
            {number(Number(day.slice(8)))}
          </span>
        </ColumnHead>
      ))}
    </Row>
  )
}

function AllDays({ days, cursor, today, entries, openId }: WeekProps) {
  const { t } = useLingui()
  const byDay = useMemo(() => {
    const untimed = days.map(
      (day) => [day, (entries.get(day) ?? []).filter(({ time }) => time === null)] as const,
    )
    return new Map(untimed)
  }, [days, entries])
  return (
    <Row className={css.lanes}>
      <RowHead className={css.name}>{t`all day`}</RowHead>
      {days.map((day) => (
        <AllDay
          key={day}
          day={day}
          entries={byDay.get(day) ?? none}
          current={cursor.day === day && cursor.hour === null}
          today={day === today}
          openId={openId}
        />
      ))}
    </Row>
  )
}

/** The hours of the days with what stands on them. A click where nothing is adds a task at that half of an hour. */
function Timed({
  days,
  cursor,
  entries,
  openId,
  scroll,
}: WeekProps & { scroll: ReturnType<typeof useHoursScroll> }) {
  const { t } = useLingui()
  const { add } = useCalendar()
  const { ref, ghost } = useTimedDrop(days)
  const parts = useMemo(() => partsByDay(entries), [entries])
  const most = Math.max(2, Math.floor((scroll.width - gutter) / days.length / leastWidth))
  const press = ({ target, nativeEvent }: MouseEvent) => {
    if (!(target instanceof HTMLElement) || target.dataset.hour === undefined) return
    const half = nativeEvent.offsetY >= hourHeight / 2 ? 30 : 0
    add({ day: target.dataset.day ?? '', time: timeOf(Number(target.dataset.hour) * 60 + half) })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells inside are what is pressed
    <div className={css.hours} ref={ref} onClick={press}>
      <Hours days={days} cursor={cursor} />
      <Row className={css.columns}>
        <RowHead>
          <VisuallyHidden>{t`At a time`}</VisuallyHidden>
        </RowHead>
        {days.map((day) => (
          <Cell key={day} className={css.column}>
            <DayColumn
              day={day}
              parts={parts.get(day) ?? none}
              most={most}
              sight={scroll.sight}
              ghost={ghost?.day === day ? ghost : undefined}
              openId={openId}
            />
          </Cell>
        ))}
      </Row>
    </div>
  )
}

/** Some days with their hours: above what is all day, below what has a time, as long as it takes. */
export function Week(props: WeekProps & { scroller: RefObject<HTMLDivElement | null> }) {
  const { title, days, scroller, cursor, onKeyDown } = props
  const scroll = useHoursScroll(scroller, days)
  const style = { '--days': days.length, '--hour': `${hourHeight}px`, '--gutter': `${gutter}px` }
  return (
    <Grid aria-label={title} className={css.week} style={style as CSSProperties} onKeyDown={onKeyDown}>
      <Rows className={css.top}>
        <Heads {...props} />
        <AllDays {...props} />
      </Rows>
      <Rows
        className={css.scroller}
        ref={scroller}
        // What scrolls must be reachable by keyboard (WCAG 2.1.1); an hour inside is, where the cursor is on one.
        tabIndex={cursor.hour === null ? 0 : undefined}
      >
        <Timed {...props} scroll={scroll} />
      </Rows>
    </Grid>
  )
}

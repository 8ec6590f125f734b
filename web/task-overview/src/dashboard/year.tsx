import { useMe } from '@doable/client/use-me'
import { type Weekday, weekday } from '@doable/domain/calendar'
import type { DayCount, Overview } from '@doable/domain/figures'
import { day, number } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { completedLink } from './completed-link.ts'
import frame from './overview.module.css'
import css from './year.module.css'

/** Completions of the last year, a square a day, with the same figures as a table by month. */
export function Year({ overview }: { overview: Overview }) {
  const { t } = useLingui()
  const { weekStart } = useMe()
  const days = overview.completedPerDay
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The newest weeks are at the end, which is where a narrow screen begins to look.
    const box = scroller.current
    if (box) box.scrollLeft = getComputedStyle(box).direction === 'rtl' ? -box.scrollWidth : box.scrollWidth
  }, [])
  return (
    <section className={frame.whole} aria-labelledby="year">
      <h2 id="year" className={frame.heading}>
        {t`The last year`}
        <span className={frame.aside}>{t`${number(total)} completed`}</span>
      </h2>
      {/* The table below holds the same figures for those who do not see or point; the squares are for the eye. */}
      <div className={css.scroller} ref={scroller} aria-hidden="true">
        <Squares days={days} weekStart={weekStart} />
      </div>
      <Months days={days} />
    </section>
  )
}

/** 0 for nothing, then four steps up to the busiest day. */
const stepOf = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4)))

function Squares({ days, weekStart }: { days: DayCount[]; weekStart: Weekday }) {
  const { t } = useLingui()
  const most = Math.max(1, ...days.map(({ count }) => count))
  const offset = days[0] ? (weekday(days[0].day) - weekStart + 7) % 7 : 0
  return (
    <div className={css.squares}>
      {days.map(({ day: on, count }, at) => {
        const date = day(on, { dateStyle: 'medium' })
        const place = { gridRow: ((at + offset) % 7) + 2, gridColumn: Math.floor((at + offset) / 7) + 1 }
        return (
          <Link
            key={on}
            tabIndex={-1}
            to={completedLink(on, on)}
            title={t`${date}: ${count} completed`}
            className={css.square}
            data-step={stepOf(count, most)}
            style={place}
          />
        )
      })}
      {days.map(
        ({ day: on }, at) =>
          on.endsWith('-01') && (
            <span key={on} className={css.month} style={{ gridColumn: Math.floor((at + offset) / 7) + 1 }}>
              {day(on, { month: 'short' })}
            </span>
          ),
      )}
    </div>
  )
}

function Months({ days }: { days: DayCount[] }) {
  const { t } = useLingui()
  const months = Map.groupBy(days, ({ day: on }) => on.slice(0, 7))
  return (
    <details className={css.details}>
      <summary>{t`Show as a table`}</summary>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t`Month`}</th>
            <th scope="col">{t`Completed`}</th>
            <th scope="col">{t`Busiest day`}</th>
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map(([month, within]) => (
            <Month key={month} days={within} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Month({ days }: { days: DayCount[] }) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const busiest = days.reduce((best, each) => (each.count > best.count ? each : best))
  return (
    <tr>
      <th scope="row">{day(first.day, { month: 'long', year: 'numeric' })}</th>
      <td>
        <Link to={completedLink(first.day, last.day)}>
          {number(days.reduce((sum, { count }) => sum + count, 0))}
        </Link>
      </td>
      <td>
        {busiest.count > 0 && (
          <Link to={completedLink(busiest.day, busiest.day)}>
            {day(busiest.day, { day: 'numeric', month: 'short' })} ({number(busiest.count)})
          </Link>
        )}
      </td>
    </tr>
  )
}

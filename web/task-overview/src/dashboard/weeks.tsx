import { addDays } from '@doable/domain/calendar'
import type { Overview } from '@doable/domain/figures'
import { taskLink } from '@doable/domain/task-link'
import { day } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { Columns } from './columns.tsx'
import { completedLink } from './completed-link.ts'
import css from './overview.module.css'

const whole: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }

/** What is due on each of the next seven days. */
export function WeekAhead({ overview, today }: { overview: Overview; today: string }) {
  const { t } = useLingui()
  const columns = overview.nextDays.map(({ day: on, count }) => {
    const date = day(on, whole)
    return {
      key: on,
      name: day(on, { weekday: 'short' }),
      value: count,
      label: t`${date}: ${count} due`,
      to: taskLink({ view: 'all', filter: `due: ${on}` }),
      strong: on === today,
    }
  })
  return (
    <section aria-labelledby="week-ahead">
      <h2 id="week-ahead" className={css.heading}>{t`Next seven days`}</h2>
      <Columns columns={columns} label={t`Tasks due on each of the next seven days`} />
    </section>
  )
}

/** What was completed in each of the last eight weeks. */
export function WeeksDone({ overview }: { overview: Overview }) {
  const { t } = useLingui()
  const columns = overview.completedPerWeek.map(({ day: from, count }, at, all) => {
    const date = day(from, { day: 'numeric', month: 'long' })
    return {
      key: from,
      name: day(from, { day: 'numeric', month: 'numeric' }),
      value: count,
      label: t`Week from ${date}: ${count} completed`,
      to: completedLink(from, addDays(from, 6)),
      strong: at === all.length - 1,
    }
  })
  return (
    <section className={css.half} aria-labelledby="weeks-done">
      <h2 id="weeks-done" className={css.heading}>{t`Completed by week`}</h2>
      <Columns columns={columns} label={t`Tasks completed in each of the last eight weeks`} />
    </section>
  )
}

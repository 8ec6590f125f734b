import { useMe } from '@doable/client/use-me'
import type { Overview } from '@doable/domain/figures'
import { taskLink } from '@doable/domain/task-link'
import { number } from '@doable/ui/format'
import { ProgressRing } from '@doable/ui/progress-ring'
import { Plural, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { Link } from 'react-router'
import css from './overview.module.css'

/** How far the day is, and for how many days in a row something was done. */
export function DayProgress({ overview }: { overview: Overview }) {
  const { t } = useLingui()
  const { dailyGoal } = useMe()
  const { doneToday, dueToday, overdue, streak } = overview
  const planned = doneToday + dueToday + overdue
  const label = t`${doneToday} of ${planned} done today`
  return (
    <section aria-labelledby="day-progress">
      <h2 id="day-progress" className={css.heading}>{t`Today`}</h2>
      <div className={css.progress}>
        <Link to={taskLink({ view: 'all', filter: 'completed: today' })} className={css.ring}>
          <ProgressRing value={doneToday} max={planned} label={label} size={112}>
            <span className={css.figure}>{number(doneToday)}</span>
            <span className={css.note}>{t`of ${number(planned)}`}</span>
          </ProgressRing>
        </Link>
        <dl className={css.facts}>
          <div>
            <dt>{t`Streak`}</dt>
            <dd>
              <Plural value={streak} one="# day" other="# days" />
            </dd>
          </div>
          {dailyGoal > 0 && (
            <div>
              <dt>{t`Daily goal`}</dt>
              <dd>
                <Link
                  to="/profile/general"
                  aria-label={t`Daily goal: ${number(doneToday)} of ${number(dailyGoal)}`}
                >{t`${number(doneToday)} of ${number(dailyGoal)}`}</Link>
                {doneToday >= dailyGoal && <Check aria-label={t`Reached`} className={css.reached} />}
              </dd>
            </div>
          )}
          <div>
            <dt>{t`Open in all`}</dt>
            <dd>
              <Link to={taskLink({ view: 'all' })} aria-label={t`${number(overview.open)} open in all`}>
                {number(overview.open)}
              </Link>
            </dd>
          </div>
        </dl>
      </div>
    </section>
  )
}

import type { Overview } from '@doable/domain/figures'
import { taskLink } from '@doable/domain/task-link'
import { TextLink } from '@doable/ui/text-link'
import { Plural } from '@lingui/react/macro'
import css from './overview.module.css'

/** The day in one line; each number leads to its tasks. */
export function Summary({ overview, today }: { overview: Overview; today: string }) {
  const { dueToday, overdue, doneToday } = overview
  return (
    <p className={css.summary}>
      <TextLink to={taskLink({ view: 'all', filter: { dueOn: today } })}>
        <Plural value={dueToday} _0="Nothing due today" one="# due today" other="# due today" />
      </TextLink>
      {overdue > 0 && (
        <TextLink to={taskLink({ view: 'all', filter: { overdue: true } })} className={css.late}>
          <Plural value={overdue} one="# overdue" other="# overdue" />
        </TextLink>
      )}
      <TextLink to={taskLink({ view: 'all', filter: { completedOn: today } })}>
        <Plural value={doneToday} _0="Nothing done yet" one="# done" other="# done" />
      </TextLink>
    </p>
  )
}

import type { Overview } from '@doable/domain/figures'
import { taskLink } from '@doable/domain/task-link'
import { TextLink } from '@doable/ui/text-link'
import { Plural } from '@lingui/react/macro'
import css from './overview.module.css'

/** The day in one line; each number leads to its tasks. */
export function Summary({ overview }: { overview: Overview }) {
  const { dueToday, overdue, doneToday } = overview
  return (
    <p className={css.summary}>
      <TextLink to={taskLink({ view: 'all', filter: 'today' })}>
        <Plural value={dueToday} _0="Nothing due today" one="# due today" other="# due today" />
      </TextLink>
      {overdue > 0 && (
        <TextLink to={taskLink({ view: 'all', filter: 'overdue' })} className={css.late}>
          <Plural value={overdue} one="# overdue" other="# overdue" />
        </TextLink>
      )}
      <TextLink to={taskLink({ view: 'all', filter: 'completed: today' })}>
        <Plural value={doneToday} _0="Nothing done yet" one="# done" other="# done" />
      </TextLink>
    </p>
  )
}

import './words.ts'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { useLingui } from '@lingui/react/macro'
import css from './query.module.css'
import { useReadQuery } from './use-read-query.ts'
import { useUnknownNames } from './use-unknown-names.ts'

/** Queries to begin with, with what they show. */
function Examples({ onChoose }: { onChoose(text: string): void }) {
  const { t } = useLingui()
  const examples = [
    { text: 'today | overdue', shows: t`late or due today` },
    { text: '(p1 | p2) & no date', shows: t`important without a date` },
    { text: 'due: next 7 days & !subtask', shows: t`the coming week` },
    { text: 'created: last 7 days, completed: last 7 days', shows: t`new and done, side by side` },
  ]
  return (
    <div className={css.examples}>
      {examples.map(({ text, shows }) => (
        <Button key={text} small onClick={() => onChoose(text)}>
          <span>{text}</span> <bdi>{shows}</bdi>
        </Button>
      ))}
    </div>
  )
}

/** Why a query shows nothing: it is none, a name in it means nothing, or no task is like that. */
export function NoTasks({ text, onExample }: { text: string; onExample?(text: string): void }) {
  const { t } = useLingui()
  const { query, isEmpty } = useReadQuery(text)
  const [unknown] = useUnknownNames(query)
  const examples = onExample && <Examples onChoose={onExample} />
  if (isEmpty)
    return (
      <EmptyState
        action={examples}
      >{t`Say which tasks to show: type a filter, build one, or begin with one of these.`}</EmptyState>
    )
  if (!query) return <EmptyState>{t`The filter cannot be read yet. Above it says why.`}</EmptyState>
  return <EmptyState>{unknown ? t`Nothing is shown. ${unknown}` : t`No task is like that.`}</EmptyState>
}

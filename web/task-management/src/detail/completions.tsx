import { completionsOfTask } from '@doable/client/completion-selectors'
import { sameItems, useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { describeDate } from '@doable/domain/describe-day'
import { Button } from '@doable/ui/button'
import { currentReader } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Acts } from '../acts/acts.ts'
import { useDay } from '../page/use-time.ts'
import css from './completions.module.css'

const few = 3

/** When a repeating task was done, the latest first; each can be taken back. */
export function Completions({ task, acts }: { task: Task; acts: Acts }) {
  const { t } = useLingui()
  const today = useDay().day
  const all = useView((view) => completionsOfTask(view, task.id), sameItems)
  const [most, setMost] = useState(few)
  const own = all.filter(({ seriesId }) => seriesId === task.id)
  if (own.length === 0) return null
  const words = (day: string) => describeDate(day, today, currentReader().language)
  return (
    <section className={css.completions} aria-label={t`Done before`}>
      <h2>
        {t`Done before`}
        <span>{own.filter(({ skipped }) => !skipped).length}</span>
      </h2>
      <ul>
        {own.slice(0, most).map(({ id, occurrenceOn, skipped }) => (
          <li key={id}>
            <span>{skipped ? t`${words(occurrenceOn)}, skipped` : words(occurrenceOn)}</span>
            <Button
              small
              kind="quiet"
              aria-label={t`Take back ${words(occurrenceOn)}`}
              onClick={() => acts.uncomplete(task.id, occurrenceOn)}
            >{t`Take back`}</Button>
          </li>
        ))}
      </ul>
      {own.length > most && (
        <Button small kind="quiet" onClick={() => setMost(most + 20)}>{t`Show more`}</Button>
      )}
    </section>
  )
}

import './words.ts'
import type { Task } from '@doable/contracts/task'
import { describeDate } from '@doable/domain/describe-day'
import { isRepeating } from '@doable/domain/occurrence'
import { preview } from '@doable/domain/recurrence/series'
import { Button } from '@doable/ui/button'
import { currentReader } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import type { Acts } from '../acts/acts.ts'
import { useOpenTask } from '../page/use-open-task.ts'
import css from './repeat.module.css'

const shown = 5

/** The coming occurrences with their days, each of which can be left out, and what else can be done with this one. */
export function Upcoming({
  task,
  today,
  acts,
  onClose,
}: {
  task: Task
  today: string
  acts: Acts
  onClose(): void
}) {
  const { t } = useLingui()
  const { open } = useOpenTask()
  if (!isRepeating(task)) return null
  const days = preview(task, shown + 1)
  const words = (day: string) => describeDate(day, today, currentReader().language)
  const moved = task.dueOn !== task.occurrenceOn && words(task.dueOn)
  const toggle = (on: string, skipped: boolean) =>
    acts.change([task.id], {
      skippedOn: skipped ? task.skippedOn.filter((day) => day !== on) : [...task.skippedOn, on],
    })
  const detach = () => {
    onClose()
    const id = acts.detach(task.id)
    if (id) open(id)
  }
  const isLast = days.length === 1
  return (
    <section className={css.upcoming} aria-label={t`Coming days`}>
      <h3>{t`Coming days`}</h3>
      {moved && <p>{t`Only this time on ${moved}.`}</p>}
      <ol>
        {days.slice(0, shown).map(({ on, skipped }, at) => (
          <li key={on}>
            <span data-skipped={skipped || undefined}>{words(on)}</span>
            {at === 0
              ? !isLast && (
                  <Button
                    small
                    kind="quiet"
                    aria-label={t`Skip ${words(on)}`}
                    onClick={() => acts.skip([task.id])}
                  >
                    {t`Skip`}
                  </Button>
                )
              : task.repeatMode === 'schedule' && (
                  <Button
                    small
                    kind="quiet"
                    aria-label={skipped ? t`Keep ${words(on)}` : t`Skip ${words(on)}`}
                    onClick={() => toggle(on, skipped)}
                  >
                    {skipped ? t`Keep` : t`Skip`}
                  </Button>
                )}
          </li>
        ))}
      </ol>
      <div className={css.buttons}>
        {!isLast && <Button small onClick={detach}>{t`Edit only this one`}</Button>}
        <Button
          small
          onClick={() => {
            onClose()
            acts.end([task.id])
          }}
        >{t`Complete for good`}</Button>
      </div>
    </section>
  )
}

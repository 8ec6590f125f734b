import './words.ts'
import { Button } from '@doable/ui/button'
import { EmptyState } from '@doable/ui/empty-state'
import { openQuickAdd } from '@doable/ui/events'
import { Kbd } from '@doable/ui/kbd'
import { usePageTitle } from '@doable/ui/page-title'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { ActNow } from './act-now.tsx'
import { DayProgress } from './day-progress.tsx'
import css from './overview.module.css'
import { Splits } from './splits.tsx'
import { Summary } from './summary.tsx'
import { useFigures } from './use-figures.ts'
import { WeekAhead, WeeksDone } from './weeks.tsx'
import { Year } from './year.tsx'

/** The dashboard: what to do now, how the day goes, what comes, what was done, and where the work lies. */
export default function Overview() {
  const { t } = useLingui()
  usePageTitle(t`Overview`)
  const figures = useFigures()
  if (!figures) return null
  const { overview, today, tasks } = figures
  const isEmpty = tasks.length === 0
  return (
    <div className={css.page}>
      <header className={css.header}>
        <h1 className={css.title}>{t`Overview`}</h1>
        {!isEmpty && <Summary overview={overview} />}
      </header>
      {isEmpty ? (
        <Nothing />
      ) : (
        <>
          <ActNow figures={figures} />
          <div className={css.beside}>
            <DayProgress overview={overview} />
            <WeekAhead overview={overview} today={today} />
          </div>
          <Year overview={overview} />
          <WeeksDone overview={overview} />
          <Splits figures={figures} />
        </>
      )}
    </div>
  )
}

function Nothing() {
  const { t } = useLingui()
  const add = (
    <Button kind="primary" icon={<Plus />} onClick={() => openQuickAdd.say({})}>{t`Add task`}</Button>
  )
  return (
    <div className={css.empty}>
      <EmptyState action={add}>
        <Trans>
          Your figures grow out of your tasks. Press <Kbd keys="q" /> to add the first.
        </Trans>
      </EmptyState>
    </div>
  )
}

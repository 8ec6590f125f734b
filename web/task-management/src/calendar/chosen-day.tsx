import type { Task } from '@doable/contracts/task'
import { Button } from '@doable/ui/button'
import { day as dayWords } from '@doable/ui/format'
import { VirtualList } from '@doable/ui/virtual-list'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { taskLines } from '../lines/line.ts'
import { TaskItem } from '../rows/task-row.tsx'
import { useCalendar } from './calendar-scope.ts'
import css from './chosen-day.module.css'
import type { Entry } from './entry.ts'
import { EntryLine } from './entry-line.tsx'

const flat = { childrenOf: (): readonly Task[] => [], isFolded: () => false }

/** The tasks of the chosen day as rows, below a month that shows dots; after them what comes again on it. */
export function ChosenDay({
  day,
  entries,
  openId,
  addable,
  onKeyDown,
}: {
  day: string
  entries: readonly Entry[]
  openId: string | undefined
  addable: boolean
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}) {
  const { t } = useLingui()
  const { add } = useCalendar()
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => {
    const tasks = entries.flatMap(({ task, preview }) => (preview ? [] : [task]))
    return taskLines({ id: day, day, tasks }, flat)
  }, [day, entries])
  const coming = entries.filter(({ preview }) => preview)
  const title = dayWords(day, { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <section className={css.part} aria-label={title}>
      <header className={css.head}>
        <h3>{title}</h3>
        {addable && (
          <Button small kind="quiet" icon={<Plus />} onClick={() => add({ day })}>{t`Add task`}</Button>
        )}
      </header>
      {entries.length === 0 && <p className={css.none}>{t`Nothing on this day.`}</p>}
      <div className={css.scroller} ref={scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual list puts elements of its own between the list and its items */}
        <div role="list" aria-label={title} onKeyDown={onKeyDown}>
          <VirtualList items={lines} keyOf={({ key }) => key} scroller={scroller}>
            {(line) => <TaskItem line={line} open={line.id === openId} />}
          </VirtualList>
        </div>
        {coming.map((entry) => (
          <EntryLine key={entry.key} entry={entry} open={entry.task.id === openId} />
        ))}
      </div>
    </section>
  )
}

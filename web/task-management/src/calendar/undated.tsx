import type { Task } from '@doable/contracts/task'
import { IconButton } from '@doable/ui/icon-button'
import { VirtualList } from '@doable/ui/virtual-list'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays, X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useScope } from '../page/scope.ts'
import type { Entry } from './entry.ts'
import { EntryLine } from './entry-line.tsx'
import css from './undated.module.css'
import { useDrop } from './use-drop.ts'

const entryOf = (task: Task): Entry => ({ key: task.id, task, day: '', time: null, preview: false })

/** What has no day yet: to drag onto one or to plan from here. What is dropped here loses its day. */
export function Undated({
  tasks,
  openId,
  onClose,
}: {
  tasks: readonly Task[]
  openId: string | undefined
  onClose(): void
}) {
  const { t } = useLingui()
  const { popup } = useScope()
  const drop = useDrop(null)
  const scroller = useRef<HTMLDivElement>(null)
  const planWords = (title: string) => t`Plan ${title}`
  const entries = useMemo(() => tasks.map(entryOf), [tasks])
  return (
    <aside
      className={css.side}
      aria-label={t`Without a date`}
      ref={drop.ref}
      data-drop={drop.over || undefined}
    >
      <header className={css.head}>
        <h3>{t`Without a date`}</h3>
        <IconButton small label={t`Close`} onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <p className={css.hint}>
        {tasks.length > 0 ? t`Drag a task onto a day, or plan it here.` : t`Everything has a date.`}
      </p>
      <div className={css.scroller} ref={scroller}>
        <VirtualList items={entries} keyOf={({ key }) => key} itemSize={32} scroller={scroller}>
          {(entry) => (
            <div className={css.item}>
              <EntryLine entry={entry} open={entry.task.id === openId} />
              <IconButton
                small
                label={planWords(entry.task.title)}
                onClick={({ currentTarget }) => popup('due', [entry.task.id], currentTarget)}
              >
                <CalendarDays />
              </IconButton>
            </div>
          )}
        </VirtualList>
      </div>
    </aside>
  )
}

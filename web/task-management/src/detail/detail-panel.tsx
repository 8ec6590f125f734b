import './words.ts'
import { useStore, useTask } from '@doable/client/react'
import { EmptyState } from '@doable/ui/empty-state'
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import { makeActs } from '../acts/acts.ts'
import { useReadOnlyWords } from '../names/read-only-words.ts'
import { useOpenTask } from '../page/use-open-task.ts'
import { DetailBody } from './detail-body.tsx'
import { DetailHead } from './detail-head.tsx'
import css from './detail-panel.module.css'
import { ReadOnlyContext } from './read-only.ts'
import { Resizer } from './resizer.tsx'
import { usePanelWidth } from './use-panel-width.ts'

/** Takes the focus when a task is opened by keyboard, or covers the list. */
function usePanelFocus(id: string) {
  const panel = useRef<HTMLElement>(null)
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const first = shown.current === undefined
    shown.current = id
    const active = document.activeElement
    const byKeyboard = active?.matches('[data-title]:focus-visible') ?? false
    const covers = panel.current && getComputedStyle(panel.current).position === 'absolute'
    if (first && (byKeyboard || covers)) panel.current?.focus({ preventScroll: true })
  }, [id])
  return panel
}

/** A task's details beside the list; over it in a narrow window, a page of its own on a phone. */
export function DetailPanel({ id }: { id: string }) {
  const { t } = useLingui()
  const store = useStore()
  const { open, ready } = useOpenTask()
  const acts = useMemo(() => makeActs(store), [store])
  const task = useTask(id)
  const readOnly = useReadOnlyWords(task?.listId)
  const panel = usePanelFocus(id)
  const [width, setWidth] = usePanelWidth()
  return (
    <aside
      data-panel
      ref={panel}
      tabIndex={-1}
      aria-label={task ? t`Details of ${task.title}` : t`Task details`}
      className={css.panel}
      style={{ '--panel': `${width}px` } as CSSProperties}
    >
      <Resizer width={width} onChange={setWidth} />
      <ReadOnlyContext value={readOnly}>
        <DetailHead task={task} acts={acts} onClose={() => open()} />
        {task ? (
          <DetailBody key={id} task={task} acts={acts} addSubtask={ready === 'subtask'} />
        ) : (
          <EmptyState>{t`This task is not here any more.`}</EmptyState>
        )}
      </ReadOnlyContext>
    </aside>
  )
}

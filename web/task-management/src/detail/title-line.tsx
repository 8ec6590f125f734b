import type { Task } from '@doable/contracts/task'
import { TaskCheck } from '@doable/ui/task-check'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Acts } from '../acts/acts.ts'
import { useUnfinishedWords } from '../names/read-only-words.ts'
import { useReadOnly } from './read-only.ts'
import css from './words.module.css'

/** The title, to be written over where it stands. Kept on Enter and on leaving; Escape puts the former one back. */
export function TitleLine({ task, acts }: { task: Task; acts: Acts }) {
  const { t } = useLingui()
  const [title, setTitle] = useState(task.title)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => setTitle(task.title), [task.title])
  const readOnly = useReadOnly()
  const unfinished = useUnfinishedWords(task.listId)
  const done = task.completedAt !== null
  const keep = () => {
    acts.rename(task, title)
    if (!title.trim()) setTitle(task.title)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    if (event.key === 'Escape') {
      if (title === task.title) return
      event.stopPropagation()
      setTitle(task.title)
    } else field.current?.blur()
  }
  return (
    <div className={css.titleLine}>
      <TaskCheck
        priority={task.priority as 1 | 2 | 3 | 4}
        checked={done}
        label={done ? t`Reopen ${task.title}` : t`Complete ${task.title}`}
        onChange={() => acts.toggle([task.id])}
        disabled={unfinished !== undefined}
        title={unfinished}
      />
      <textarea
        ref={field}
        rows={1}
        aria-label={t`Title`}
        className={css.title}
        dir="auto"
        maxLength={500}
        readOnly={readOnly !== undefined}
        data-done={done || undefined}
        value={title}
        onChange={(event) => setTitle(event.target.value.replace(/[\r\n]+/g, ' '))}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

import { time as timeWords } from '@doable/ui/format'
import { TaskCheck } from '@doable/ui/task-check'
import { useLingui } from '@lingui/react/macro'
import { Repeat } from 'lucide-react'
import { memo } from 'react'
import { useUnfinishedWords } from '../names/read-only-words.ts'
import { useScope } from '../page/scope.ts'
import { TitleInput } from '../rows/title-input.tsx'
import type { Entry } from './entry.ts'
import css from './entry-line.module.css'
import { useEntry } from './use-entry.ts'
import { useEntryDrag } from './use-entry-drag.ts'

type Line = {
  entry: Entry
  /** Its details are shown beside the page. */
  open: boolean
  /** Stands beside those which the keys go through, such as in a popover. */
  apart?: boolean
}

/** The ring in front of a title; a coming occurrence has the mark of a repetition in its place. */
export function Ring({ entry, tabIndex }: { entry: Entry; tabIndex: number }) {
  const { t } = useLingui()
  const { acts } = useScope()
  const { task, preview } = entry
  const unfinished = useUnfinishedWords(task.listId)
  const done = task.completedAt !== null
  if (preview)
    return (
      <span className={css.mark} aria-hidden="true">
        <Repeat />
      </span>
    )
  return (
    <TaskCheck
      priority={task.priority as 1 | 2 | 3 | 4}
      checked={done}
      label={done ? t`Reopen ${task.title}` : t`Complete ${task.title}`}
      onChange={() => acts.toggle([task.id])}
      disabled={unfinished !== undefined}
      title={unfinished}
      tabIndex={tabIndex}
    />
  )
}

/** A task as one line of a day: ring, time, title. */
export const EntryLine = memo(function EntryLine({ entry, open, apart }: Line) {
  const { task, time } = entry
  const { title, editing, name, tabIndex, around } = useEntry(entry, apart)
  const drag = useEntryDrag(entry)
  return (
    <div className={css.line} ref={drag} data-open={open || undefined} {...around}>
      <Ring entry={entry} tabIndex={apart ? 0 : -1} />
      {time && <span className={css.time}>{timeWords(time)}</span>}
      {editing ? (
        <TitleInput task={task} />
      ) : (
        <button
          type="button"
          ref={title}
          data-title
          className={css.title}
          dir="auto"
          aria-label={name}
          aria-current={open || undefined}
          title={task.title}
          tabIndex={tabIndex}
          onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        >
          {task.title}
        </button>
      )}
    </div>
  )
})

import type { Task } from '@doable/contracts/task'
import { FileText, ListTree, MessageSquare, Repeat } from 'lucide-react'
import { memo } from 'react'
import { useLook } from '../page/scope.ts'
import { useRepeatWords } from '../repeat/use-repeat-words.ts'
import { DueText } from './due-text.tsx'
import { LabelText } from './label-text.tsx'
import { ListText } from './list-text.tsx'
import { AssigneeMark, ReminderMark } from './people-marks.tsx'
import css from './row-meta.module.css'
import { useCommentCount } from './use-comment-count.ts'
import { useProgress } from './use-progress.ts'

/** The muted words of a row. A screen reader hears them as part of the row's name, so they are hidden from it here. */
export const RowMeta = memo(function RowMeta({ task, day }: { task: Task; day?: string | undefined }) {
  const { done, total } = useProgress(task.id)
  const comments = useCommentCount(task.id)
  const { showList } = useLook()
  const repeats = useRepeatWords(task)
  return (
    <span className={css.meta} aria-hidden="true">
      {task.priority < 4 && <span className={css[`p${task.priority}`]}>p{task.priority}</span>}
      <DueText task={task} hideDay={day} />
      {task.repeatRule !== null && (
        <span className={css.mark}>
          <Repeat />
          <span>{repeats}</span>
        </span>
      )}
      {total > 0 && (
        <span className={css.mark}>
          <ListTree />
          {done}/{total}
        </span>
      )}
      {task.notes && <FileText />}
      <ReminderMark count={task.reminders.length} />
      {comments > 0 && (
        <span className={css.mark}>
          <MessageSquare />
          {comments}
        </span>
      )}
      {task.labels.map((name) => (
        <LabelText key={name} name={name} />
      ))}
      {showList && <ListText id={task.listId} />}
      <AssigneeMark task={task} />
    </span>
  )
})

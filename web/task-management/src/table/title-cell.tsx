import type { Task } from '@doable/contracts/task'
import { TaskCheck } from '@doable/ui/task-check'
import { useLingui } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useUnfinishedWords } from '../names/read-only-words.ts'
import { useScope } from '../page/scope.ts'
import { FoldButton } from '../rows/fold-button.tsx'
import { TitleInput } from '../rows/title-input.tsx'
import css from './table.module.css'
import { useTable } from './table-context.ts'

/** What names a row: its ring, its title, where its subtasks fold. Tab while writing goes on to the next cell. */
export function TitleCell({
  task,
  children,
  folded,
  editing,
}: {
  task: Task
  /** How many subtasks could be shown below it. */
  children: number
  folded: boolean
  editing: boolean
}) {
  const { t } = useLingui()
  const { acts } = useScope()
  const { cursor, columns } = useTable()
  const unfinished = useUnfinishedWords(task.listId)
  const done = task.completedAt !== null
  const onTab = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Tab' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    event.stopPropagation()
    cursor.enter((event.shiftKey ? undefined : columns[1]) ?? 'title')
    event.target.blur()
  }
  return (
    <span className={css.title} onKeyDownCapture={onTab}>
      <FoldButton id={task.id} tabIndex={-1} folded={folded}>
        {children}
      </FoldButton>
      <TaskCheck
        priority={task.priority as 1 | 2 | 3 | 4}
        checked={done}
        label={done ? t`Reopen ${task.title}` : t`Complete ${task.title}`}
        onChange={() => acts.toggle([task.id])}
        disabled={unfinished !== undefined}
        title={unfinished}
        tabIndex={-1}
      />
      {editing ? (
        <TitleInput task={task} />
      ) : (
        <span data-title dir="auto" className={css.words}>
          {task.title}
        </span>
      )}
      {task.notes && <FileText aria-label={t`Has notes`} role="img" />}
    </span>
  )
}

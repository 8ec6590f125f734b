import { sameItems, useView } from '@doable/client/react'
import { subtasksOf } from '@doable/client/selectors'
import type { Task } from '@doable/contracts/task'
import { TaskCheck } from '@doable/ui/task-check'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Acts } from '../acts/acts.ts'
import { QuickAdd } from '../adding/quick-add.tsx'
import { useUnfinishedWords } from '../names/read-only-words.ts'
import { useOpenTask } from '../page/use-open-task.ts'
import quickAdd from '../quick-add/quick-add.module.css'
import { useReadOnly } from './read-only.ts'
import css from './subtasks.module.css'

function Subtask({ task, acts }: { task: Task; acts: Acts }) {
  const { t } = useLingui()
  const { open } = useOpenTask()
  const unfinished = useUnfinishedWords(task.listId)
  const done = task.completedAt !== null
  return (
    <li className={css.subtask}>
      <TaskCheck
        priority={task.priority as 1 | 2 | 3 | 4}
        checked={done}
        label={done ? t`Reopen ${task.title}` : t`Complete ${task.title}`}
        onChange={() => acts.toggle([task.id])}
        disabled={unfinished !== undefined}
        title={unfinished}
      />
      <button type="button" dir="auto" data-done={done || undefined} onClick={() => open(task.id)}>
        {task.title}
      </button>
    </li>
  )
}

function AddSubtask({ task, open, onOpen }: { task: Task; open: boolean; onOpen(open: boolean): void }) {
  const { t } = useLingui()
  if (open)
    return (
      <div className={quickAdd.inline}>
        <QuickAdd defaults={{ listId: task.listId, parentId: task.id }} onClose={() => onOpen(false)} />
      </div>
    )
  return (
    <button type="button" className={css.addSubtask} onClick={() => onOpen(true)}>
      <Plus />
      {t`Add subtask`}
    </button>
  )
}

/** What belongs to the task, done or not, and a line to add more. */
export function Subtasks({ task, acts, adding }: { task: Task; acts: Acts; adding: boolean }) {
  const { t } = useLingui()
  const subtasks = useView((view) => subtasksOf(view, task.id), sameItems)
  const [isOpen, setOpen] = useState(adding)
  const editable = useReadOnly() === undefined
  useEffect(() => {
    if (adding) setOpen(true)
  }, [adding])
  const done = subtasks.filter(({ completedAt }) => completedAt !== null).length
  return (
    <section className={css.subtasks} aria-label={t`Subtasks`}>
      {subtasks.length > 0 && (
        <>
          <h2 className={css.heading}>
            {t`Subtasks`}
            <span className={css.count}>{`${done}/${subtasks.length}`}</span>
          </h2>
          <ul>
            {subtasks.map((each) => (
              <Subtask key={each.id} task={each} acts={acts} />
            ))}
          </ul>
        </>
      )}
      {editable && <AddSubtask task={task} open={isOpen} onOpen={setOpen} />}
    </section>
  )
}

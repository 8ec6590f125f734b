import { useTask } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { Button } from '@doable/ui/button'
import { lazily } from '@doable/ui/lazily'
import { useLingui } from '@lingui/react/macro'
import { CornerLeftUp } from 'lucide-react'
import type { Acts } from '../acts/acts.ts'
import { useOpenTask } from '../page/use-open-task.ts'
import { Completions } from './completions.tsx'
import css from './detail-panel.module.css'
import { Facts } from './facts.tsx'
import { Fields } from './fields.tsx'
import { Notes } from './notes.tsx'
import { useReadOnly } from './read-only.ts'
import { Subtasks } from './subtasks.tsx'
import { TitleLine } from './title-line.tsx'
import words from './words.module.css'

const Discussion = lazily(async () => (await import('../discussion/discussion.tsx')).Discussion)

function ParentLink({ id }: { id: string }) {
  const { t } = useLingui()
  const { open } = useOpenTask()
  const parent = useTask(id)
  if (!parent || parent.trashedAt !== null) return null
  return (
    <Button small kind="quiet" icon={<CornerLeftUp />} className={words.parent} onClick={() => open(id)}>
      <span dir="auto">{t`Part of ${parent.title}`}</span>
    </Button>
  )
}

/** All there is to see and change about one task. Everything is saved as it is changed. */
export function DetailBody({ task, acts, addSubtask }: { task: Task; acts: Acts; addSubtask: boolean }) {
  const { t } = useLingui()
  const readOnly = useReadOnly()
  return (
    <div className={css.body}>
      {readOnly && <p className={words.readOnly}>{readOnly}</p>}
      {task.trashedAt !== null && !readOnly && (
        <Button small onClick={() => acts.restore([task.id])}>{t`Restore from the trash`}</Button>
      )}
      {task.parentId && <ParentLink id={task.parentId} />}
      <TitleLine task={task} acts={acts} />
      <Notes task={task} />
      <Subtasks task={task} acts={acts} adding={addSubtask} />
      <Fields task={task} acts={acts} />
      <Completions task={task} acts={acts} />
      <Facts task={task} />
      <Discussion task={task} />
    </div>
  )
}

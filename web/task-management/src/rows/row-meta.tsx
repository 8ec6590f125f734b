import { useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { ColorDot } from '@doable/ui/color-dot'
import { FileText, ListTree, Repeat } from 'lucide-react'
import { memo } from 'react'
import { useListName } from '../names/use-list-name.ts'
import { useLook } from '../page/scope.ts'
import { repeatWords } from '../repeat/repeat-words.ts'
import { DueText } from './due-text.tsx'
import { LabelText } from './label-text.tsx'
import css from './row-meta.module.css'
import { useProgress } from './use-progress.ts'

function ListText({ id }: { id: string }) {
  const list = useView((view) => view.lists.get(id))
  const name = useListName(list)
  if (!list) return null
  return (
    <span className={css.list}>
      <ColorDot color={list.color} size={8} />
      <span dir="auto">{name}</span>
    </span>
  )
}

/** The muted words of a row. A screen reader hears them as part of the row's name, so they are hidden from it here. */
export const RowMeta = memo(function RowMeta({ task, day }: { task: Task; day?: string | undefined }) {
  const { done, total } = useProgress(task.id)
  const { showList } = useLook()
  return (
    <span className={css.meta} aria-hidden="true">
      {task.priority < 4 && <span className={css[`p${task.priority}`]}>p{task.priority}</span>}
      <DueText task={task} hideDay={day} />
      {task.repeatRule !== null && (
        <span className={css.mark}>
          <Repeat />
          <span>{repeatWords(task)}</span>
        </span>
      )}
      {total > 0 && (
        <span className={css.mark}>
          <ListTree />
          {done}/{total}
        </span>
      )}
      {task.notes && <FileText />}
      {task.labels.map((name) => (
        <LabelText key={name} name={name} />
      ))}
      {showList && <ListText id={task.listId} />}
    </span>
  )
})

import { useList, useSection, useStore } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { ColorDot } from '@doable/ui/color-dot'
import { IconButton } from '@doable/ui/icon-button'
import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Copy, Ellipsis, Inbox, Trash2, X } from 'lucide-react'
import type { Acts } from '../acts/acts.ts'
import { duplicate } from '../acts/duplicate.ts'
import { useListName } from '../names/use-list-name.ts'
import { useOpenTask } from '../page/use-open-task.ts'
import css from './detail-panel.module.css'
import { useReadOnly } from './read-only.ts'

function PlaceOf({ task }: { task: Task }) {
  const list = useList(task.listId)
  const section = useSection(task.sectionId ?? '')
  const name = useListName(list)
  return (
    <div className={css.place}>
      {list?.isInbox ? <Inbox /> : <ColorDot color={list?.color ?? 'gray'} />}
      <span dir="auto">{section && section.trashedAt === null ? `${name} / ${section.name}` : name}</span>
    </div>
  )
}

function MoreMenu({ task, acts, onClose }: { task: Task; acts: Acts; onClose(): void }) {
  const { t } = useLingui()
  const store = useStore()
  const { open } = useOpenTask()
  const copy = () => {
    const id = duplicate(store, task.id)
    if (id) open(id)
  }
  const trash = () => {
    acts.trash([task.id])
    onClose()
  }
  const items = [
    { id: 'copy', label: t`Duplicate`, icon: <Copy />, run: copy },
    { id: 'trash', label: t`Move to trash`, icon: <Trash2 />, keys: 'delete', danger: true, run: trash },
  ]
  return <Menu label={t`More actions`} icon={<Ellipsis />} sections={[{ items }]} placement="bottom end" />
}

/** Where the task is, and the ways out of the panel. */
export function DetailHead({ task, acts, onClose }: { task: Task | undefined; acts: Acts; onClose(): void }) {
  const { t } = useLingui()
  const readOnly = useReadOnly()
  return (
    <header className={css.head}>
      {task ? <PlaceOf task={task} /> : <div className={css.place} />}
      {task && !readOnly && <MoreMenu task={task} acts={acts} onClose={onClose} />}
      <IconButton label={t`Close details`} keys="escape" onClick={onClose}>
        <X />
      </IconButton>
    </header>
  )
}

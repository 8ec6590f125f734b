import './words.ts'
import { membersOf } from '@doable/client/members'
import { useStore, useTask, useView } from '@doable/client/react'
import { isRepeating } from '@doable/domain/occurrence'
import type { MenuEntry, MenuSection } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import {
  Bell,
  CalendarDays,
  Check,
  Copy,
  CornerDownRight,
  Flag,
  MoveRight,
  Pencil,
  Repeat,
  RotateCcw,
  SkipForward,
  Tag,
  Trash2,
  UserRound,
} from 'lucide-react'
import { duplicate } from '../acts/duplicate.ts'
import { usePriorityEntries } from '../names/use-priority-entries.tsx'
import { useScope } from '../page/scope.ts'

/** All that can be done with a task, or with several picked ones, as a menu with the keys beside it. */
export function useMoreMenu(ids: string[], anchor: Element): MenuSection[] {
  const { t } = useLingui()
  const { acts, popup, selection, open } = useScope()
  const store = useStore()
  const task = useTask(ids[0] ?? '')
  const isShared = useView((view) => membersOf(view, task?.listId ?? '').length > 1)
  const priorities = usePriorityEntries(task?.priority, (priority) => acts.setPriority(ids, priority))
  const id = ids.length === 1 ? ids[0] : undefined
  if (!task) return []
  // The menu gives the focus back when it closes; what opens next has to come after that.
  const later = (run: () => void) => () => void setTimeout(run, 50)
  const done = task.completedAt !== null
  const single: MenuEntry[] = id
    ? [
        {
          id: 'edit',
          label: t`Edit title`,
          icon: <Pencil />,
          keys: 'e',
          run: later(() => selection.edit(id)),
        },
        { id: 'subtask', label: t`Add subtask`, icon: <CornerDownRight />, run: () => open(id, 'subtask') },
        { id: 'copy', label: t`Duplicate`, icon: <Copy />, run: () => duplicate(store, id) },
      ]
    : []
  const toggle = { id: 'toggle', keys: 'space', run: () => acts.toggle(ids) }
  const change: MenuEntry[] = [
    {
      id: 'due',
      label: t`Due date`,
      icon: <CalendarDays />,
      keys: 'd',
      run: later(() => popup('due', ids, anchor)),
    },
    {
      id: 'repeat',
      label: t`Repeat…`,
      icon: <Repeat />,
      keys: 'r',
      run: later(() => popup('repeat', ids, anchor)),
    },
    ...(id
      ? [
          {
            id: 'reminders',
            label: t`Reminders…`,
            icon: <Bell />,
            run: later(() => popup('reminders', ids, anchor)),
          },
        ]
      : []),
    { id: 'priority', label: t`Priority`, icon: <Flag />, items: priorities },
    {
      id: 'labels',
      label: t`Labels`,
      icon: <Tag />,
      keys: 'l',
      run: later(() => popup('labels', ids, anchor)),
    },
    {
      id: 'move',
      label: t`Move to…`,
      icon: <MoveRight />,
      keys: 'm',
      run: later(() => popup('move', ids, anchor)),
    },
    ...(isShared
      ? [
          {
            id: 'assignee',
            label: t`Assign to…`,
            icon: <UserRound />,
            keys: 'a',
            run: later(() => popup('assignee', ids, anchor)),
          },
        ]
      : []),
  ]
  const trash: MenuEntry = {
    id: 'trash',
    label: t`Move to trash`,
    icon: <Trash2 />,
    keys: 'delete',
    danger: true,
    run: () => acts.trash(ids),
  }
  const complete: MenuEntry = done
    ? { ...toggle, label: t`Reopen`, icon: <RotateCcw /> }
    : { ...toggle, label: t`Complete`, icon: <Check /> }
  const skip: MenuEntry[] = isRepeating(task)
    ? [{ id: 'skip', label: t`Skip this time`, icon: <SkipForward />, run: () => acts.skip(ids) }]
    : []
  return [{ items: [complete, ...skip, ...single] }, { items: change }, { items: [trash] }]
}

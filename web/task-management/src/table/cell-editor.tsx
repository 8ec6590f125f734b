import { membersOf } from '@doable/client/members'
import { useTask, useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import type { ViewColumn } from '@doable/contracts/view'
import { DatePopover } from '@doable/ui/date-popover'
import { MenuAt, type MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useRef, useSyncExternalStore } from 'react'
import { usePriorityEntries } from '../names/use-priority-entries.tsx'
import { useScope } from '../page/scope.ts'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { useDurationEntries } from '../popups/use-duration-entries.ts'
import type { Editing } from './cursor.ts'
import { useTable } from './table-context.ts'
import { useColumnWords } from './use-column-words.ts'

/** `ids` are the picked tasks where the cell's is among them. */
type EditorProps = { task: Task; ids: string[]; editing: Editing; onClose(): void }

function EditorMenu({ editing, onClose, items }: Omit<EditorProps, 'ids' | 'task'> & { items: MenuEntry[] }) {
  const label = useColumnWords()[editing.column]
  return (
    <MenuAt anchor={useRef(editing.anchor)} label={label} sections={[{ items }]} isOpen onClose={onClose} />
  )
}

function PriorityEditor({ task, ids, ...rest }: EditorProps) {
  const { acts } = useScope()
  return <EditorMenu {...rest} items={usePriorityEntries(task.priority, (p) => acts.setPriority(ids, p))} />
}

function DurationEditor({ task, ids, ...rest }: EditorProps) {
  const { acts } = useScope()
  const set = (durationMinutes: number | null) => acts.change(ids, { durationMinutes })
  return <EditorMenu {...rest} items={useDurationEntries(task.durationMinutes, set)} />
}

function AssigneeEditor({ task, ids, ...rest }: EditorProps) {
  const { t } = useLingui()
  const { acts } = useScope()
  const members = useView((view) => membersOf(view, task.listId))
  const entry = (id: string | null, label: string): MenuEntry => ({
    id: id ?? 'nobody',
    label,
    checked: task.assigneeId === id,
    run: () => acts.assign(ids, id),
  })
  const items = [entry(null, t`Nobody`), ...members.map(({ id, name }) => entry(id, name || t`Me`))]
  return <EditorMenu {...rest} items={items} />
}

function DayEditor({
  task,
  ids,
  editing,
  onClose,
  field,
}: EditorProps & { field: 'startOn' | 'deadlineOn' }) {
  const { acts } = useScope()
  return (
    <DatePopover
      anchor={useRef(editing.anchor)}
      label={useColumnWords()[editing.column]}
      isOpen
      onClose={onClose}
      value={{ date: task[field], time: null }}
      onChange={({ date }) => acts.change(ids, { [field]: date })}
      today={useDay().day}
      weekStart={useWeekStart()}
      withTime={false}
    />
  )
}

const editors: Partial<Record<ViewColumn, (props: EditorProps) => ReactNode>> = {
  priority: PriorityEditor,
  duration: DurationEditor,
  assignee: AssigneeEditor,
  start: (props) => <DayEditor {...props} field="startOn" />,
  deadline: (props) => <DayEditor {...props} field="deadlineOn" />,
}
/** The columns whose values are changed here; others have menus that rows have too, or none. */
export const hasEditor = (column: ViewColumn): boolean => column in editors

/** The menu or field of the cell that is being changed. The focus goes back to the cell afterwards. */
export function CellEditor() {
  const { cursor } = useTable()
  const { selection } = useScope()
  const editing = useSyncExternalStore(cursor.subscribe, () => cursor.editing)
  const task = useTask(editing?.id ?? '')
  const Editor = editing && editors[editing.column]
  if (!editing || !task || !Editor) return null
  const close = () => {
    cursor.edit(undefined)
    setTimeout(() => document.activeElement === document.body && selection.go(editing.id), 100)
  }
  return (
    <Editor
      key={editing.id + editing.column}
      task={task}
      ids={selection.targets(editing.id)}
      editing={editing}
      onClose={close}
    />
  )
}

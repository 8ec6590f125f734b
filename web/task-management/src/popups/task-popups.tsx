import './words.ts'
import { useTask, useView } from '@doable/client/react'
import type { View } from '@doable/client/view'
import type { Task } from '@doable/contracts/task'
import { dueIn } from '@doable/domain/due'
import { DatePopover, type Due } from '@doable/ui/date-popover'
import { lazily } from '@doable/ui/lazily'
import { MenuAt } from '@doable/ui/menu'
import { Popover } from '@doable/ui/popover'
import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { type PopupKind, useScope } from '../page/scope.ts'
import { useDay } from '../page/use-time.ts'
import { useWeekStart } from '../page/use-week-start.ts'
import { RepeatPopover } from '../repeat/repeat-popover.tsx'
import { useMoreMenu } from './use-more-menu.tsx'

const LabelPicker = lazily(async () => (await import('../pickers/label-picker.tsx')).LabelPicker)
const AssigneePicker = lazily(async () => (await import('../people/assignee-picker.tsx')).AssigneePicker)
const ReminderEditor = lazily(async () => (await import('../reminders/reminder-editor.tsx')).ReminderEditor)
const PlacePicker = lazily(async () => (await import('../pickers/place-picker.tsx')).PlacePicker)

export type Popup = { kind: PopupKind; ids: string[]; anchor: Element }
type PopupProps = Popup & { onClose(): void }

const tasksOf = (ids: string[]) => (view: View) => ids.flatMap((id) => view.tasks.get(id) ?? [])
const sameTasks = (a: Task[], b: Task[]) => a.length === b.length && a.every((task, at) => task === b[at])

/** The day and time all tasks share, otherwise none. */
export function sharedDue(tasks: Task[], zone: string): Due {
  const all = tasks.map((task) => dueIn(task, zone))
  const [first] = all
  const shared = first && all.every((due) => due?.day === first.day && due.time === first.time)
  return shared ? { date: first.day, time: first.time } : { date: null, time: null }
}

function DuePopup({ ids, anchor, onClose }: PopupProps) {
  const { t } = useLingui()
  const { acts, popup } = useScope()
  const now = useDay()
  const tasks = useView(tasksOf(ids), sameTasks)
  return (
    <DatePopover
      anchor={useRef(anchor)}
      label={t`Due date`}
      isOpen
      onClose={onClose}
      value={sharedDue(tasks, now.zone)}
      onChange={(due) => acts.setDue(ids, due, now.zone)}
      today={now.day}
      weekStart={useWeekStart()}
      more={{ label: t`Repeat…`, run: () => popup('repeat', ids, anchor) }}
    />
  )
}

function LabelsPopup({ ids, anchor, onClose }: PopupProps) {
  const { t } = useLingui()
  const { acts } = useScope()
  return (
    <Popover anchor={useRef(anchor)} label={t`Labels`} isOpen onClose={onClose}>
      <LabelPicker ids={ids} acts={acts} />
    </Popover>
  )
}

function MovePopup({ ids, anchor, onClose }: PopupProps) {
  const { t } = useLingui()
  const { acts } = useScope()
  const first = useView((view) => view.tasks.get(ids[0] ?? ''))
  const current = first && ids.length === 1 ? first : undefined
  return (
    <Popover anchor={useRef(anchor)} label={t`Move to`} isOpen onClose={onClose}>
      <PlacePicker
        current={current}
        onPick={(place, name) => {
          onClose()
          acts.move(ids, { ...place, parentId: null }, name)
        }}
      />
    </Popover>
  )
}

function AssigneePopup({ ids, anchor, onClose }: PopupProps) {
  const { t } = useLingui()
  const { acts } = useScope()
  return (
    <Popover anchor={useRef(anchor)} label={t`Assignee`} isOpen onClose={onClose}>
      <AssigneePicker ids={ids} acts={acts} onDone={onClose} />
    </Popover>
  )
}

function RemindersPopup({ ids: [id = ''], anchor, onClose }: PopupProps) {
  const { t } = useLingui()
  const { acts } = useScope()
  const task = useTask(id)
  return (
    <Popover anchor={useRef(anchor)} label={t`Reminders`} isOpen onClose={onClose}>
      {task && <ReminderEditor task={task} acts={acts} />}
    </Popover>
  )
}

function MorePopup({ ids, anchor, onClose }: PopupProps) {
  const { t } = useLingui()
  const sections = useMoreMenu(ids, anchor)
  return (
    <MenuAt
      anchor={useRef(anchor)}
      label={t`More actions`}
      sections={sections}
      isOpen
      onClose={onClose}
      placement="bottom end"
    />
  )
}

function RepeatPopup({ ids, anchor, onClose }: PopupProps) {
  const { acts } = useScope()
  return <RepeatPopover anchor={useRef(anchor)} ids={ids} acts={acts} isOpen onClose={onClose} />
}

const popups = {
  due: DuePopup,
  repeat: RepeatPopup,
  labels: LabelsPopup,
  move: MovePopup,
  assignee: AssigneePopup,
  reminders: RemindersPopup,
  more: MorePopup,
}

/** The one menu or field that is open for some tasks of a page. */
export function TaskPopups({ popup, onClose }: { popup: Popup | undefined; onClose(): void }) {
  if (!popup) return null
  const Kind = popups[popup.kind]
  return <Kind key={popup.kind + popup.ids.join()} {...popup} onClose={onClose} />
}

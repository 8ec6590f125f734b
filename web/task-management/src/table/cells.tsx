import { namesOfPeople } from '@doable/client/people-selectors'
import { useSection, useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import type { ViewColumn } from '@doable/contracts/view'
import { describeDay } from '@doable/domain/describe-day'
import { currentReader, instant } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { deadlineWords, dueWords } from '../names/due-words.ts'
import { useDurationWords } from '../names/use-duration-words.ts'
import { useLook } from '../page/scope.ts'
import { useDay, useMinute } from '../page/use-time.ts'
import { repeatWords } from '../repeat/repeat-words.ts'
import { LabelText } from '../rows/label-text.tsx'
import { ListText } from '../rows/list-text.tsx'
import { useProgress } from '../rows/use-progress.ts'
import css from './table.module.css'

type Cell = (props: { task: Task }) => ReactNode

function Due({ task }: { task: Task }) {
  const due = dueWords(task, useMinute())
  return <span className={task.completedAt === null && due ? css[due.tone] : undefined}>{due?.words}</span>
}

function Deadline({ task }: { task: Task }) {
  const deadline = deadlineWords(task, useDay())
  const tone = task.completedAt === null && deadline ? css[deadline.tone] : undefined
  return <span className={tone}>{deadline?.words}</span>
}

function Start({ task: { startOn } }: { task: Task }) {
  const today = useDay().day
  return startOn && <span>{describeDay(startOn, today, currentReader().language)}</span>
}

function Priority({ task: { priority } }: { task: Task }) {
  const { t } = useLingui()
  return priority < 4 && <span className={css[`p${priority}`]}>{t`Priority ${priority}`}</span>
}

const Labels: Cell = ({ task }) => task.labels.map((name) => <LabelText key={name} name={name} />)

/** On a page of one list its section. */
function Place({ task }: { task: Task }) {
  const { showList } = useLook()
  const section = useSection(task.sectionId ?? '')
  const name = section?.trashedAt === null ? section.name : undefined
  return (
    <>
      {showList && <ListText id={task.listId} />}
      {showList && name && <span>/</span>}
      {name && <span dir="auto">{name}</span>}
    </>
  )
}

function Assignee({ task: { assigneeId } }: { task: Task }) {
  const { t } = useLingui()
  const name = useView((view) => (assigneeId === null ? '' : namesOfPeople(view).get(assigneeId) || t`Me`))
  return name && <span dir="auto">{name}</span>
}

function Duration({ task: { durationMinutes } }: { task: Task }) {
  const words = useDurationWords()
  return durationMinutes !== null && <span>{words(durationMinutes)}</span>
}

const Repeat: Cell = ({ task }) => task.repeatRule !== null && <span>{repeatWords(task)}</span>

function Progress({ task }: { task: Task }) {
  const { done, total } = useProgress(task.id)
  return (
    total > 0 && (
      <span>
        {done}/{total}
      </span>
    )
  )
}

const moment = (at: string | null) =>
  at && <span title={instant(at)}>{instant(at, { dateStyle: 'medium' })}</span>

/** What stands in the cells of each column but the title's. */
export const cells: Record<Exclude<ViewColumn, 'title'>, Cell> = {
  due: Due,
  start: Start,
  deadline: Deadline,
  priority: Priority,
  labels: Labels,
  list: Place,
  assignee: Assignee,
  duration: Duration,
  repeat: Repeat,
  progress: Progress,
  created: ({ task }) => moment(task.createdAt),
  updated: ({ task }) => moment(task.updatedAt),
  completed: ({ task }) => moment(task.completedAt),
}

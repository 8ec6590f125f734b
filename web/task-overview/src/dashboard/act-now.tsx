import { useNow, useStore } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import type { Task } from '@doable/contracts/task'
import { describeDay } from '@doable/domain/describe-day'
import { dueIn, isPast } from '@doable/domain/due'
import { sortTasks } from '@doable/domain/sorting'
import { taskLink } from '@doable/domain/task-link'
import { urgencyOf } from '@doable/domain/urgency'
import { currentReader, time } from '@doable/ui/format'
import { TaskCheck } from '@doable/ui/task-check'
import { TextLink } from '@doable/ui/text-link'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import css from './overview.module.css'
import type { Figures } from './use-figures.ts'

/** More would push the figures off the screen; the rest is one link away. */
const most = 8

/** What is late or due today, most pressing first, to be completed right here. */
export function ActNow({ figures }: { figures: Figures }) {
  const { t } = useLingui()
  const { tasks, now } = figures
  const pressing = tasks.filter(
    (task) => task.completedAt === null && ['overdue', 'today'].includes(urgencyOf(task, now)),
  )
  const shown = sortTasks(pressing, 'smart', now).slice(0, most)
  const rest = pressing.length - shown.length
  return (
    <section className={css.act} aria-labelledby="act-now">
      <h2 id="act-now" className={css.heading}>{t`To do now`}</h2>
      {shown.length === 0 && <p className={css.note}>{t`Nothing is late and nothing is due today.`}</p>}
      <ul>
        {shown.map((task) => (
          <Row key={task.id} task={task} figures={figures} />
        ))}
      </ul>
      {rest > 0 && (
        <TextLink to={taskLink({ view: 'today' })} className={css.more}>{t`${rest} more in Today`}</TextLink>
      )}
    </section>
  )
}

function Row({ task, figures: { now, lists } }: { task: Task; figures: Figures }) {
  const { t } = useLingui()
  const store = useStore()
  const complete = () => {
    store.completeTasks([task.id])
    toast({ text: t`Completed “${task.title}”`, action: { label: t`Undo`, run: () => store.undo() } })
  }
  const late = isPast(task, useNow(now.zone))
  const list = lists.find(({ id }) => id === task.listId)
  const editable = mayEdit(list)
  return (
    <li className={css.task}>
      <TaskCheck
        priority={task.priority as 1 | 2 | 3 | 4}
        checked={false}
        label={t`Complete ${task.title}`}
        onChange={complete}
        disabled={!editable}
        title={editable ? undefined : t`This list is shared with you for reading only.`}
      />
      <Link to={taskLink({ view: 'today', taskId: task.id })} className={css.taskLink}>
        <span dir="auto" className={css.taskTitle}>
          {task.title}
        </span>
        <span className={css.meta}>
          <span className={late ? css.late : css.now}>{whenOf(task, now.day, now.zone)}</span>
          {list && !list.isInbox && <span dir="auto">#{list.name}</span>}
        </span>
      </Link>
    </li>
  )
}

/** "Yesterday", "17:00", "3 Nov": the day unless it is today, then the time. */
function whenOf(task: Task, today: string, zone: string): string {
  const due = dueIn(task, zone)
  const day = due?.day ?? task.deadlineOn
  if (!day) return ''
  if (day === today && due?.time) return time(due.time)
  return describeDay(day, today, currentReader().language)
}

import { useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { deadlineWords, dueWords } from '../names/due-words.ts'
import { useAssignee } from '../names/use-assignee.ts'
import { useListName } from '../names/use-list-name.ts'
import { useLook } from '../page/scope.ts'
import { useMinute } from '../page/use-time.ts'
import { useRepeatWords } from '../repeat/use-repeat-words.ts'
import { useCommentCount } from './use-comment-count.ts'
import { useProgress } from './use-progress.ts'

/** What a screen reader hears of a row: the title, then what matters, in the order in which it is shown. */
export function useRowName(task: Task | undefined, chosen: boolean): string {
  const { t } = useLingui()
  const now = useMinute()
  const { done, total } = useProgress(task?.id ?? '')
  const comments = useCommentCount(task?.id ?? '')
  const { showList } = useLook()
  const list = useListName(useView((view) => (showList && task ? view.lists.get(task.listId) : undefined)))
  const assignee = useAssignee(task)
  const repeats = useRepeatWords(task)
  if (!task) return ''
  const due = dueWords(task, now)
  const deadline = deadlineWords(task, now)
  const open = task.completedAt === null
  const parts = [
    task.title,
    !open && t`completed`,
    chosen && t`selected`,
    task.priority < 4 && t`priority ${task.priority}`,
    due && (open && due.tone === 'late' ? t`overdue, ${due.words}` : t`due ${due.words}`),
    repeats,
    deadline && t`deadline ${deadline.words}`,
    total > 0 && t`${done} of ${total} subtasks done`,
    comments > 0 && plural(comments, { one: '# comment', other: '# comments' }),
    task.reminders.length > 0 &&
      (task.reminders.length === 1 ? t`1 reminder` : t`${task.reminders.length} reminders`),
    assignee !== undefined && t`Assigned to ${assignee}`,
    ...task.labels.map((name) => `@${name}`),
    list && t`in ${list}`,
  ]
  return parts.filter(Boolean).join(', ')
}

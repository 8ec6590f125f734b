import type { Task } from '@doable/contracts/task'
import { Flag } from 'lucide-react'
import { deadlineWords, dueWords } from '../names/due-words.ts'
import { useMinute } from '../page/use-time.ts'
import css from './row-meta.module.css'

/** Due and deadline of a row: red when late, in the accent today. A completed task's dates no longer press. */
export function DueText({ task, hideDay }: { task: Task; hideDay?: string | undefined }) {
  const now = useMinute()
  const due = dueWords(task, now, hideDay)
  const deadline = deadlineWords(task, now)
  const tone = (words: { tone: string }) => (task.completedAt === null ? css[words.tone] : undefined)
  return (
    <>
      {due && <span className={tone(due)}>{due.words}</span>}
      {deadline && (
        <span className={`${css.mark} ${tone(deadline) ?? ''}`}>
          <Flag />
          {deadline.words}
        </span>
      )}
    </>
  )
}

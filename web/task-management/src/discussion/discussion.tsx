import { commentsOfTask } from '@doable/client/comment-selectors'
import { sameItems, useView } from '@doable/client/react'
import type { Task } from '@doable/contracts/task'
import { lazily } from '@doable/ui/lazily'
import { Tabs } from '@doable/ui/tabs'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Comments } from './comments.tsx'
import './words.ts'
import css from './discussion.module.css'

const History = lazily(async () => (await import('./history/history.tsx')).History)

/** What is said about a task, and what was done to it. */
export function Discussion({ task }: { task: Task }) {
  const { t } = useLingui()
  const [shown, show] = useState<'comments' | 'history'>('comments')
  const comments = useView((view) => commentsOfTask(view, task.id), sameItems)
  const count = comments.length > 0 && <span className={css.count}>{comments.length}</span>
  return (
    <div className={css.discussion}>
      <Tabs<'comments' | 'history'>
        label={t`Comments and history`}
        value={shown}
        onChange={show}
        tabs={[
          {
            value: 'comments',
            label: (
              <>
                {t`Comments`}
                {count}
              </>
            ),
            panel: <Comments task={task} comments={comments} />,
          },
          { value: 'history', label: t`History`, panel: <History task={task} /> },
        ]}
      />
    </div>
  )
}

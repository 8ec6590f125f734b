import { useList, useStore } from '@doable/client/react'
import { mayEdit } from '@doable/client/rights'
import type { Comment } from '@doable/contracts/comment'
import type { Task } from '@doable/contracts/task'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { CommentItem } from './comment-item.tsx'
import { Composer } from './composer.tsx'
import css from './discussion.module.css'
import { useNews } from './use-news.ts'
import { usePeople } from './use-people.ts'

/** So many are drawn to begin with; the latest are what one comes for. */
const portion = 50
/** As many as a task has at most. */
const most = 1000

/** What was said about a task, the oldest first, and a field to say more. */
export function Comments({ task, comments }: { task: Task; comments: readonly Comment[] }) {
  const { t } = useLingui()
  const { personId } = useStore()
  const list = useList(task.listId)
  const people = usePeople(task.listId)
  const [shown, show] = useState(portion)
  useNews(comments, people.whoIs)
  const editable = mayEdit(list)
  const earlier = Math.max(0, comments.length - shown)
  return (
    <div className={css.comments}>
      {earlier > 0 && (
        <Button small kind="quiet" onClick={() => show(shown + portion)}>{t`Show ${earlier} earlier`}</Button>
      )}
      {comments.length === 0 && !editable && (
        <p className={css.nothing}>{t`Nobody has said anything yet.`}</p>
      )}
      <ul className={css.list}>
        {comments.slice(earlier).map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            people={people}
            mayWrite={editable && comment.authorId === personId}
            mayDelete={editable && (comment.authorId === personId || list?.ownerId === personId)}
          />
        ))}
      </ul>
      {comments.length >= most && <p className={css.nothing}>{t`There is no room for more comments.`}</p>}
      {editable && task.trashedAt === null && comments.length < most && (
        <Composer key={task.id} task={task} people={people} />
      )}
    </div>
  )
}

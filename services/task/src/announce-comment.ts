import type { Comment } from '@doable/contracts/comment'
import type { TaskEvents } from '@doable/contracts/task-event'
import { mentionsIn } from '@doable/domain/mention'
import type { Act } from './act.ts'
import type { Scope } from './scope.ts'
import { TaskRow } from './task.ts'

type CommentFact = Extract<keyof TaskEvents, `comment.${string}`>

/** Tells what became of a comment, and whom of the list's members it mentions. */
export async function announceComment(
  act: Act,
  type: CommentFact,
  { listId, ownerId, audience }: Scope,
  comment: Comment,
): Promise<void> {
  const task = await TaskRow.findByPk(comment.taskId, { attributes: ['title', 'createdBy'], raw: true })
  const mentioned = mentionsIn(comment.text).filter((id) => audience.includes(id) && id !== act.personId)
  const data: TaskEvents[CommentFact] = {
    comment,
    ownerId,
    title: task?.title ?? '',
    createdBy: task?.createdBy ?? '',
    mentioned,
  }
  const about = { scopeId: listId, subjectId: comment.id, actorId: act.personId, audience }
  await act.platform.events.append(act.tx, { type, ...about, data })
}

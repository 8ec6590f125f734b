import type { Comment } from '@doable/contracts/comment'
import type { TaskEvents } from '@doable/contracts/task-event'
import { mentionsIn } from '@doable/domain/mention'
import type { Act } from './act.ts'
import { CommentRow } from './comment.ts'
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
  const { taskId } = comment
  const task = await TaskRow.findByPk(taskId, { attributes: ['title', 'createdBy', 'assigneeId'], raw: true })
  const mentioned = mentionsIn(comment.text).filter((id) => audience.includes(id) && id !== act.personId)
  const data: TaskEvents[CommentFact] = {
    comment,
    ownerId,
    title: task?.title ?? '',
    createdBy: task?.createdBy ?? '',
    assigneeId: task?.assigneeId ?? null,
    mentioned,
    commenters: await commentersOf(taskId),
  }
  const about = { scopeId: listId, subjectId: comment.id, actorId: act.personId, audience }
  await act.platform.events.append(act.tx, { type, ...about, data })
}

async function commentersOf(taskId: string): Promise<string[]> {
  const where = { taskId, trashedAt: null }
  const rows = await CommentRow.findAll({ where, attributes: ['authorId'], group: ['authorId'], raw: true })
  return rows.map(({ authorId }) => authorId)
}

import type { Comment, CommentPatch, NewComment } from '@doable/contracts/comment'
import { newId } from '@doable/domain/ids'
import { problem } from '@doable/service-kit/problem'
import { raise, scopeOf, writable } from './access.ts'
import { type Act, Overtaken } from './act.ts'
import { announceComment } from './announce-comment.ts'
import { CommentRow } from './comment.ts'
import { checkNew, checkText } from './comment-room.ts'
import { storedComments } from './comment-rows.ts'
import type { Scope } from './scope.ts'

/**
 * Says something about a task, also one in the trash: it was perhaps put there while somebody wrote. What its author sends
 * again under the same id stays as it is.
 * @throws 404 `task-not-found`, 403 `read-only`, 409 `id-taken`, `too-many-comments`, `list-full`
 */
export async function createComment(act: Act, { id = newId(), taskId, text }: NewComment): Promise<Comment> {
  const { scope, version } = await hold(act, 'task', taskId)
  act.touched.comments.add(id)
  const [known] = await storedComments(act.platform, 'c.id = $id', { id })
  if (known?.authorId === act.personId && known.taskId === taskId) return known
  if (known) throw problem(409, 'id-taken', 'This id belongs to another comment.')
  await checkNew(act, taskId, scope.listId, text)
  const comment: Comment = {
    id,
    taskId,
    listId: scope.listId,
    authorId: act.personId,
    text,
    createdAt: act.at.toISOString(),
    editedAt: null,
    trashedAt: null,
    version,
  }
  await CommentRow.create({
    ...comment,
    createdAt: act.at,
    editedAt: null,
    trashedAt: null,
    updatedAt: act.now,
  })
  await announceComment(act, 'comment.created', scope, comment)
  return comment
}

/** @throws 404 `comment-not-found`, 403 `read-only`, `author-only`, 409 `list-full` */
export async function changeComment(act: Act, id: string, { text }: CommentPatch): Promise<Comment> {
  const held = await holdComment(act, id)
  if (held.comment.authorId !== act.personId) throw authorOnly()
  if (held.comment.text === text) return held.comment
  if (text.length > held.comment.text.length) await checkText(act, held.scope.listId, text)
  return settle(act, held, 'comment.changed', { text, editedAt: act.at.toISOString() })
}

/** Its author's and the list owner's to take away. @throws 404 `comment-not-found`, 403 `read-only`, `author-only` */
export async function trashComment(act: Act, id: string): Promise<Comment> {
  const held = await holdComment(act, id)
  checkTrashing(act, held)
  if (held.comment.trashedAt !== null) return held.comment
  return settle(act, held, 'comment.trashed', { trashedAt: act.at.toISOString() })
}

/** @throws 404 `comment-not-found`, also for what was erased; 403 `read-only`, `author-only` */
export async function restoreComment(act: Act, id: string): Promise<Comment> {
  const held = await holdComment(act, id)
  checkTrashing(act, held)
  if (held.comment.trashedAt === null) return held.comment
  return settle(act, held, 'comment.restored', { trashedAt: null })
}

type Held = { comment: Comment; scope: Scope; version: number }

/** A list somebody may write in, with its lock held. */
async function hold(
  act: Act,
  noun: 'task' | 'comment',
  id: string,
): Promise<{ scope: Scope; version: number }> {
  const scope = writable(await scopeOf(act, noun, id))
  const version = await raise(act, scope.listId)
  if (version === scope.version + 1) return { scope, version }
  // Somebody came in between, and may have moved the task to another list, or changed who is in this one.
  const now = writable(await scopeOf(act, noun, id))
  if (now.listId !== scope.listId) throw new Overtaken()
  return { scope: now, version }
}

async function holdComment(act: Act, id: string): Promise<Held> {
  const held = await hold(act, 'comment', id)
  const [comment] = await storedComments(act.platform, 'c.id = $id', { id })
  if (!comment || comment.text === '') throw problem(404, 'comment-not-found')
  act.touched.comments.add(id)
  return { ...held, comment }
}

type Changed = Partial<Pick<Comment, 'text' | 'editedAt' | 'trashedAt'>>

async function settle(
  act: Act,
  { comment, scope, version }: Held,
  told: 'comment.changed' | 'comment.trashed' | 'comment.restored',
  { text, editedAt, trashedAt }: Changed,
): Promise<Comment> {
  const dated = (at: string | null) => (at === null ? null : new Date(at))
  const columns = {
    ...(text !== undefined && { text }),
    ...(editedAt !== undefined && { editedAt: dated(editedAt) }),
    ...(trashedAt !== undefined && { trashedAt: dated(trashedAt) }),
  }
  await CommentRow.update({ ...columns, version, updatedAt: act.now }, { where: { id: comment.id } })
  const after = {
    ...comment,
    ...(text !== undefined && { text }),
    ...(editedAt !== undefined && { editedAt }),
    ...(trashedAt !== undefined && { trashedAt }),
    version,
  }
  await announceComment(act, told, scope, after)
  return after
}

function checkTrashing({ personId }: Act, { comment, scope }: Held): void {
  if (comment.authorId !== personId && scope.ownerId !== personId) throw authorOnly()
}

const authorOnly = () => problem(403, 'author-only', 'Only whoever wrote a comment may change it.')

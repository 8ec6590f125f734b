import { z } from 'zod'
import { ById, Cursor, Id, Instant, isWhole, notWhole, PageSize } from './common.ts'
import { route } from './route.ts'

/** Markdown. Somebody is mentioned as `domain/mention` writes it: `@[name](person:id)`. */
export const CommentText = z.string().trim().min(1).max(10_000).refine(isWhole, notWhole)

/** What somebody says about a task. It goes where its task goes: to another list, into the trash, for good. */
export const Comment = z
  .strictObject({
    id: Id,
    taskId: Id,
    listId: Id,
    /** Perhaps no member any more, or nobody at all: what was said stays. */
    authorId: Id,
    /** Empty in the trash, save for its author and the owner of the list, and once it is erased after a while there. */
    text: z.string(),
    createdAt: Instant,
    editedAt: Instant.nullable(),
    trashedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Comment' })
/** As an operation creates it. */
export const NewComment = z.strictObject({ id: Id.optional(), taskId: Id, text: CommentText })
export const CommentPatch = z.strictObject({ text: CommentText })

const one = { params: ById, ok: Comment, status: 200 } as const
export const commentApi = {
  comments: route({
    method: 'GET',
    path: '/api/tasks/:id/comments',
    summary: 'What was said about a task, the oldest first',
    params: ById,
    query: z.strictObject({ cursor: Cursor.optional(), limit: PageSize }),
    ok: z.strictObject({ items: z.array(Comment), next: z.string().nullable() }),
    status: 200,
  }),
  createComment: route({
    method: 'POST',
    path: '/api/tasks/:id/comments',
    summary: 'Comment on a task',
    params: ById,
    body: NewComment.omit({ taskId: true }),
    ok: Comment,
    status: 201,
  }),
  comment: route({ method: 'GET', path: '/api/comments/:id', summary: 'One comment', ...one }),
  changeComment: route({
    method: 'PATCH',
    path: '/api/comments/:id',
    summary: 'Write a comment of mine anew',
    ...one,
    body: CommentPatch,
  }),
  trashComment: route({
    method: 'DELETE',
    path: '/api/comments/:id',
    summary: 'Take away a comment of mine, or any in a list of mine',
    params: ById,
    status: 204,
  }),
  restoreComment: route({
    method: 'POST',
    path: '/api/comments/:id/restore',
    summary: 'Bring a comment back',
    ...one,
  }),
}
export type Comment = z.infer<typeof Comment>
export type NewComment = z.infer<typeof NewComment>
export type CommentPatch = z.infer<typeof CommentPatch>

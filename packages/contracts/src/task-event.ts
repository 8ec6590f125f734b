import type { Comment } from './comment.ts'
import type { Task } from './task.ts'

/** A task as an event tells it: with its notes, which can be long, only where they are news. */
export type ToldTask = Omit<Task, 'notes'> & Partial<Pick<Task, 'notes'>>
/** `task` is the state afterwards; `ownerId` owns its list, which is not `open` while nobody is to be told of what is in it. */
type TaskFact = { task: ToldTask; ownerId: string; open: boolean }
/**
 * `title`, `createdBy` and `assigneeId` are the task's, `ownerId` owns its list; `mentioned` are members of it other than whoever
 * does this, `commenters` have said something that is not in the trash.
 */
type CommentFact = {
  comment: Comment
  ownerId: string
  title: string
  createdBy: string
  assigneeId: string | null
  mentioned: string[]
  commenters: string[]
}
/** Facts about tasks and lists. `before` holds the former values of what changed; a list is not `open` while it is archived, a template or in
 * the trash. */
export type TaskEvents = {
  'task.created': TaskFact
  'task.changed': TaskFact & { before: Partial<Task> }
  'task.completed': TaskFact
  /** An occurrence was completed or skipped, and the task has moved on to the next one. */
  'task.recurred': TaskFact & { before: Partial<Task>; skipped: boolean }
  'task.reopened': TaskFact
  'task.trashed': TaskFact
  'task.restored': TaskFact
  'task.purged': TaskFact
  'comment.created': CommentFact
  'comment.changed': CommentFact
  'comment.trashed': CommentFact
  'comment.restored': CommentFact
  'list.changed': { listId: string; name: string; open: boolean }
  'list.shared': { listId: string; name: string; personId: string }
  'list.left': { listId: string; name: string; personId: string }
  'own.changed': Record<string, never>
}

import type { Comment } from '@doable/contracts/comment'
import type { Task } from '@doable/contracts/task'
import { fold } from '@doable/domain/fold'
import { searchable } from '@doable/domain/mention'
import { compareKeys } from '@doable/domain/ordering'
import { type Haystack, haystack, search as searchIn } from '@doable/domain/search'
import { commentsOfTask } from './comment-selectors.ts'
import { memo } from './memo.ts'
import { newestFirst, openTasks, shownTasks } from './selectors.ts'
import type { View } from './view.ts'

type Tasks = readonly Task[]
const haystacks = new WeakMap<Task, Haystack<Task>>()
/** A task made ready for searching. */
export function hayOf(task: Task): Haystack<Task> {
  const known = haystacks.get(task) ?? { ...haystack(task), id: task }
  haystacks.set(task, known)
  return known
}

const folded = new WeakMap<Comment, string>()
function foldedText(comment: Comment): string {
  const known = folded.get(comment) ?? fold(searchable(comment.text))
  folded.set(comment, known)
  return known
}

type Said = { comments: readonly Comment[]; hay: Haystack<Task> }
const discussed = new WeakMap<Task, Said>()
/** The same with what was said about it. */
export function hayIn(view: View, task: Task): Haystack<Task> {
  const comments = commentsOfTask(view, task.id)
  if (comments.length === 0) return hayOf(task)
  const known = discussed.get(task)
  if (known?.comments === comments) return known.hay
  const hay = { ...hayOf(task), comments: comments.map(foldedText).join('\n') }
  discussed.set(task, { comments, hay })
  return hay
}

type Hays = readonly Haystack<Task>[]
const readied = { open: memo<Hays>(), shown: memo<Hays>() }
/** What there is to search, the newest first; made once per change, not once per letter. */
const hays = (view: View, all: Tasks, which: keyof typeof readied): Hays =>
  readied[which]([all, view.comments], '', () =>
    all
      .toSorted((a, b) => newestFirst(a.createdAt, b.createdAt) || compareKeys(a, b))
      .map((task) => hayIn(view, task)),
  )
const finding = memo<Tasks>()
/**
 * Tasks with all the words in title, notes or comments, the best places first and the newest first among equals; open ones unless
 * completed ones are wanted too.
 */
export const searchTasks = (view: View, words: string, { completed = false } = {}): Tasks => {
  const all = completed ? shownTasks(view) : openTasks(view)
  return finding([all, view.comments], words, () =>
    searchIn(hays(view, all, completed ? 'shown' : 'open'), words),
  )
}

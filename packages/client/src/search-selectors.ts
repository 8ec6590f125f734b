import type { Task } from '@doable/contracts/task'
import { compareKeys } from '@doable/domain/ordering'
import { type Haystack, haystack, search as searchIn } from '@doable/domain/search'
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
const recent = memo<Tasks>()
const newest = (all: Tasks): Tasks =>
  recent([all], '', () => all.toSorted((a, b) => newestFirst(a.createdAt, b.createdAt) || compareKeys(a, b)))
const finding = memo<Tasks>()
/**
 * Tasks with all the words in title or notes, the best places first and the newest first among equals; open ones unless
 * completed ones are wanted too.
 */
export const searchTasks = (view: View, words: string, { completed = false } = {}): Tasks => {
  const all = completed ? shownTasks(view) : openTasks(view)
  return finding([all], words, () => searchIn(newest(all).map(hayOf), words))
}

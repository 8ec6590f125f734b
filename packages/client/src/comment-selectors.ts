import type { Comment } from '@doable/contracts/comment'
import { memo } from './memo.ts'
import type { View } from './view.ts'

type Comments = readonly Comment[]

const byTask = memo<ReadonlyMap<string, Comments>>()
const none: Comments = []
const inOrder = (a: Comment, b: Comment) =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1

const grouped = ({ comments }: View) =>
  byTask([comments], '', () => {
    const said = [...comments.values()].filter(({ trashedAt }) => trashedAt === null)
    return Map.groupBy(said.sort(inOrder), ({ taskId }) => taskId)
  })

/** What was said about a task, the oldest first; the same array until any comment changes. */
export const commentsOfTask = (view: View, taskId: string): Comments => grouped(view).get(taskId) ?? none

import { commentsOfTask } from '@doable/client/comment-selectors'
import { useView } from '@doable/client/react'

/** How many comments a task has; they are grouped once per change for all rows together. */
export const useCommentCount = (id: string): number => useView((view) => commentsOfTask(view, id).length)

import type { Completion } from '@doable/contracts/completion'
import { memo } from './memo.ts'
import { shownTasks } from './selectors.ts'
import type { View } from './view.ts'

const occurrences = memo<readonly Completion[]>()
/** Completed occurrences of repeating tasks in sight, skipped ones left out. */
export const shownCompletions = (view: View): readonly Completion[] => {
  const all = shownTasks(view)
  const { completions } = view
  return occurrences([all, completions], '', () => {
    if (completions.size === 0) return noCompletions
    const ids = new Set(all.map(({ id }) => id))
    return [...completions.values()].filter(
      ({ taskId, skipped, undoneAt }) => !skipped && undoneAt === null && ids.has(taskId),
    )
  })
}
const noCompletions: readonly Completion[] = []

const doneAt = memo<ReadonlyMap<string, string[]>>()
/** When occurrences were completed, by task. */
export const doneByTask = (view: View) => {
  const all = shownCompletions(view)
  return doneAt([all], '', () => {
    const found = new Map<string, string[]>()
    for (const { taskId, completedAt } of all) found.set(taskId, [...(found.get(taskId) ?? []), completedAt])
    return found
  })
}

const ofTask = memo<readonly Completion[]>()
/** What became of the occurrences of one task, skipped ones too, the latest first. */
export const completionsOfTask = ({ completions }: View, id: string): readonly Completion[] =>
  ofTask([completions], id, () =>
    [...completions.values()]
      .filter(({ taskId, undoneAt }) => taskId === id && undoneAt === null)
      .sort((a, b) => (a.occurrenceOn < b.occurrenceOn ? 1 : -1)),
  )

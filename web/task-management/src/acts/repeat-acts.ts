import type { Store } from '@doable/client/store'
import type { Task } from '@doable/contracts/task'
import { describeDate } from '@doable/domain/describe-day'
import { isRepeating } from '@doable/domain/occurrence'
import { firstOccurrence } from '@doable/domain/recurrence/series'
import { currentReader } from '@doable/ui/format'
import { t } from '@lingui/core/macro'
import { undoable } from './undoable.ts'

type IfAllowed = (ids: string[], run: (ids: string[]) => void) => void

/** A message with the day on which a repeating task comes again, where it is about one. */
export function withNext(store: Store, ids: string[], words: string): string {
  const task = store.getSnapshot().tasks.get(ids[0] ?? '')
  if (!task || ids.length > 1 || !isRepeating(task)) return words
  const day = describeDate(task.dueOn, '', currentReader().language)
  return `${words}. ${t`Next: ${day}`}`
}

/** What a person does to the occurrences of repeating tasks. */
export function makeRepeatActs(store: Store, ifAllowed: IfAllowed, ifFinishable: IfAllowed) {
  return {
    /** Leaves out the present occurrence of those that repeat. */
    skip: (ids: string[]) =>
      ifFinishable(ids, (may) =>
        undoable(
          store,
          () => store.skipTasks(may),
          () => withNext(store, may, t`Skipped`),
        ),
      ),
    uncomplete: (id: string, occurrenceOn: string) =>
      ifFinishable([id], () => undoable(store, () => store.uncompleteTask(id, occurrenceOn), t`Taken back`)),
    /** Answers the id of the task that this occurrence has become. */
    detach(id: string): string | undefined {
      let made: string | undefined
      const detach = () => {
        made = store.detachTask(id)
      }
      ifFinishable([id], () => undoable(store, detach, t`This one is a task of its own now`))
      return made
    },
    /** Completes for good. */
    end: (ids: string[]) =>
      ifFinishable(ids, (may) => undoable(store, () => store.endTasks(may), t`Completed for good`)),
    /** A rule from the day of each task on, or from its first day after that; without one they do not repeat. */
    repeat(ids: string[], repeatRule: string | null, repeatMode: Task['repeatMode'], today: string) {
      const changes = ({ dueOn }: Task) => {
        if (repeatRule === null) return { repeatRule }
        const on = firstOccurrence(repeatRule, dueOn ?? today) ?? dueOn ?? today
        return { repeatRule, repeatMode, dueOn: on, occurrenceOn: on }
      }
      ifAllowed(ids, (may) => store.updateTasks(may, changes))
    },
  }
}

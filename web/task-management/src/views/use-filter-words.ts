import { useList } from '@doable/client/react'
import { describeDay } from '@doable/domain/describe-day'
import { showsCompleted } from '@doable/domain/task-filter'
import type { TaskFilter } from '@doable/domain/task-link'
import { currentReader } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useListName } from '../names/use-list-name.ts'
import { useDay } from '../page/use-time.ts'
import { usePriorityNames } from '../popups/use-priority-entries.tsx'

/** A stretch of days in words, either end may be open. */
function useRangeWords() {
  const { t } = useLingui()
  const today = useDay().day
  const say = (day: string) => describeDay(day, today, currentReader().language)
  return (on?: string, from?: string, to?: string): string | undefined => {
    if (on) return say(on)
    if (from && to) return t`${say(from)} to ${say(to)}`
    if (from) return t`from ${say(from)}`
    return to && t`until ${say(to)}`
  }
}

/** What a filter shows, as the title of its page: "Completed: Yesterday", "Overdue, Work". */
export function useFilterWords(filter: TaskFilter): string {
  const { t } = useLingui()
  const range = useRangeWords()
  const list = useListName(useList(filter.listId ?? ''))
  const priorities = usePriorityNames()
  const due = range(filter.dueOn, filter.dueFrom, filter.dueTo)
  const completed = range(filter.completedOn, filter.completedFrom, filter.completedTo)
  const parts = [
    showsCompleted(filter) && (completed ? t`Completed: ${completed}` : t`Completed`),
    filter.overdue && t`Overdue`,
    due && t`Due: ${due}`,
    filter.undated && t`No date`,
    filter.priority && priorities[filter.priority],
    filter.label && `@${filter.label}`,
    list,
  ]
  return parts.filter(Boolean).join(', ') || t`All tasks`
}

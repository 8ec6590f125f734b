import { addDays } from '@doable/domain/calendar'
import { taskLink } from '@doable/domain/task-link'

/** Where what was completed from one day to another is shown, both included. */
export function completedLink(from: string, to: string): string {
  const between = `completed after: ${addDays(from, -1)} & completed before: ${addDays(to, 1)}`
  return taskLink({ view: 'all', filter: from === to ? `completed: ${from}` : between })
}

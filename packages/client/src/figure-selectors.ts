import type { Now, Weekday } from '@doable/domain/calendar'
import type { Overview } from '@doable/domain/figures'
import { overview } from '@doable/domain/overview'
import { shownCompletions } from './completion-selectors.ts'
import { activeLabels, activeLists } from './list-selectors.ts'
import { memo } from './memo.ts'
import { shownTasks } from './selectors.ts'
import type { View } from './view.ts'

const figures = memo<Overview>()
/** The dashboard's figures. */
export const overviewOf = (view: View, now: Now, weekStart: Weekday): Overview => {
  const all = shownTasks(view)
  const done = shownCompletions(view)
  const [lists, labels] = [activeLists(view), activeLabels(view)]
  const key = `${now.day} ${now.zone} ${weekStart}`
  return figures([all, done, lists, labels], key, () =>
    overview(all, lists, labels, { now, weekStart }, done),
  )
}

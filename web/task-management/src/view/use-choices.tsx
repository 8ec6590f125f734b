import type { ViewGrouping, ViewSort } from '@doable/contracts/view'
import { viewSorts } from '@doable/contracts/view-choices'
import { useLingui } from '@lingui/react/macro'
import type { PageModel } from '../page/model.ts'
import { useSortWords } from './sort-words.ts'

function useGroupingWords(): Record<ViewGrouping, string> {
  const { t } = useLingui()
  return {
    none: t`Nothing`,
    section: t`Section`,
    date: t`Date`,
    priority: t`Priority`,
    label: t`Label`,
    list: t`List`,
    assignee: t`Assignee`,
  }
}

/** The groupings a page offers. */
export function useGroupingChoices({ groupings = [] }: PageModel) {
  const words = useGroupingWords()
  return groupings.map((value) => ({ value, label: words[value] }))
}

/** The orders a page offers: the person's own where they can arrange its tasks, by list where it mixes lists. */
export function useSortChoices({ arrangeable, showList, options }: PageModel) {
  const words = useSortWords()
  const isOffered = (sort: ViewSort) =>
    sort === options.sort ||
    ((sort !== 'order' || arrangeable) && (sort !== 'list' || showList) && sort !== 'completed')
  return viewSorts.filter(isOffered).map((value) => ({ value, label: words[value].name }))
}

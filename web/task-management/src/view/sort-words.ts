import type { ViewSort } from '@doable/contracts/view'
import { useLingui } from '@lingui/react/macro'

/** What the orders are called, and what those that need it do, in one sentence. */
export function useSortWords(): Record<ViewSort, { name: string; explained?: string }> {
  const { t } = useLingui()
  return {
    smart: {
      name: t`Smart`,
      explained: t`Overdue and today first, most urgent on top; then the coming days, one after the other; then what has no date.`,
    },
    priority: { name: t`Priority`, explained: t`Most urgent first; within a priority by date.` },
    date: { name: t`Date`, explained: t`What is due first on top; what has no date last.` },
    order: { name: t`Own order`, explained: t`As you arrange it, by dragging or with Alt and the arrows.` },
    title: { name: t`Title`, explained: t`By the alphabet.` },
    created: { name: t`Newest`, explained: t`What was added last on top.` },
    start: { name: t`Start` },
    deadline: { name: t`Deadline` },
    duration: { name: t`Duration` },
    labels: { name: t`Labels` },
    list: { name: t`List` },
    assignee: { name: t`Assignee` },
    completed: { name: t`Completion` },
    updated: { name: t`Last change` },
  }
}

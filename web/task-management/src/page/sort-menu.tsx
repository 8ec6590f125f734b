import type { TaskSort } from '@doable/contracts/task-query'
import { Menu } from '@doable/ui/menu'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { ArrowDownUp } from 'lucide-react'
import type { PageModel } from './model.ts'

/** What the orders are called, and what each does in one sentence. */
export function useSortWords(): Record<TaskSort, { name: string; explained: string }> {
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
  }
}

const sorts = ['smart', 'priority', 'date', 'order', 'title', 'created'] as const

/** Chooses the order of a page; says in a sentence what the present one does. */
export function SortMenu({ model }: { model: PageModel }) {
  const { t } = useLingui()
  const words = useSortWords()
  const { options, setOptions, groups } = model
  const ownOrder = groups.some(({ into }) => into && 'listId' in into)
  const items = sorts
    .filter((sort) => sort !== 'order' || ownOrder)
    .map((sort) => ({
      id: sort,
      label: words[sort].name,
      checked: sort === options.sort,
      run: () => setOptions({ sort }),
    }))
  const { name, explained } = words[options.sort]
  return (
    <Menu
      small
      kind="quiet"
      label={t`Sort by`}
      icon={<ArrowDownUp />}
      sections={[{ title: explained, items }]}
      placement="bottom end"
    >
      <VisuallyHidden>{t`Sort by`}: </VisuallyHidden>
      {name}
    </Menu>
  )
}

import type { MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'

/** What the four priorities are called. */
export function usePriorityNames(): Record<number, string> {
  const { t } = useLingui()
  return { 1: t`Priority 1, urgent`, 2: t`Priority 2`, 3: t`Priority 3`, 4: t`No priority` }
}

/** The four priorities as entries of a menu. */
export function usePriorityEntries(
  current: number | undefined,
  set: (priority: number) => void,
): MenuEntry[] {
  const names = usePriorityNames()
  return [1, 2, 3, 4].map((priority) => ({
    id: `p${priority}`,
    label: names[priority] ?? '',
    icon: <Flag style={{ color: `var(--p${priority})` }} />,
    keys: `p ${priority}`,
    checked: priority === current,
    run: () => set(priority),
  }))
}

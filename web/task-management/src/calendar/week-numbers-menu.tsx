import { Menu } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { weekNumbers } from './week-numbers.ts'

/** Whether the months say the numbers of their weeks. */
export function WeekNumbersMenu() {
  const { t } = useLingui()
  const checked = useSyncExternalStore(weekNumbers.subscribe, weekNumbers.shown)
  const items = [{ id: 'numbers', label: t`Show week numbers`, checked, run: weekNumbers.toggle }]
  return (
    <Menu label={t`Calendar options`} icon={<Ellipsis />} sections={[{ items }]} placement="bottom end" />
  )
}

import { MenuAt } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'
import { usePriorityEntries, usePriorityNames } from '../names/use-priority-entries.tsx'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

export function PriorityField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const names = usePriorityNames()
  const items = usePriorityEntries(task.priority, (priority) => acts.setPriority([task.id], priority))
  const value = (
    <>
      {task.priority < 4 && <Flag style={{ color: `var(--p${task.priority})` }} />}
      {names[task.priority]}
    </>
  )
  return (
    <FieldRow name={t`Priority`} value={value} none={task.priority === 4} popup="menu">
      {(opened) => <MenuAt {...opened} label={t`Priority`} sections={[{ items }]} />}
    </FieldRow>
  )
}

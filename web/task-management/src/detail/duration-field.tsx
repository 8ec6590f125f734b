import { MenuAt } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { useDurationWords } from '../names/use-duration-words.ts'
import { useDurationEntries } from '../popups/use-duration-entries.ts'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

/** How long the task is thought to take. */
export function DurationField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const words = useDurationWords()
  const now = task.durationMinutes
  const items = useDurationEntries(now, (durationMinutes) => acts.change([task.id], { durationMinutes }))
  return (
    <FieldRow name={t`Duration`} value={now === null ? t`None` : words(now)} none={now === null} popup="menu">
      {(opened) => <MenuAt {...opened} label={t`Duration`} sections={[{ items }]} />}
    </FieldRow>
  )
}

import { MenuAt } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { useDurationWords } from '../names/use-duration-words.ts'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

const usual = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480]

/** How long the task is thought to take. A length that is none of the usual ones is offered along with them. */
export function DurationField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const words = useDurationWords()
  const now = task.durationMinutes
  const lengths = now === null || usual.includes(now) ? usual : [...usual, now].sort((a, b) => a - b)
  const set = (durationMinutes: number | null) => acts.change([task.id], { durationMinutes })
  const none = { id: 'none', label: t`None`, checked: now === null, run: () => set(null) }
  const items = lengths.map((minutes) => ({
    id: String(minutes),
    label: words(minutes),
    checked: minutes === now,
    run: () => set(minutes),
  }))
  return (
    <FieldRow name={t`Duration`} value={now === null ? t`None` : words(now)} none={now === null} popup="menu">
      {(opened) => <MenuAt {...opened} label={t`Duration`} sections={[{ items: [none, ...items] }]} />}
    </FieldRow>
  )
}

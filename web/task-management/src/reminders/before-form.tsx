import type { Reminder } from '@doable/contracts/reminder'
import { mostMinutesBefore } from '@doable/contracts/reminder-limits'
import { Button } from '@doable/ui/button'
import { Select } from '@doable/ui/select'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { NumberField } from '../repeat/number-field.tsx'
import type { Reference } from './add-reminder.tsx'
import css from './reminders.module.css'

type Unit = '1' | '60' | '1440' | '10080'

/** So much before the start, the due date or the deadline. */
export function BeforeForm({ of: first, onAdd }: { of: Reference; onAdd(reminder: Reminder): void }) {
  const { t } = useLingui()
  const [amount, setAmount] = useState(15)
  const [unit, setUnit] = useState<Unit>('1')
  const [of, setOf] = useState(first)
  const most = Math.floor(mostMinutesBefore / Number(unit))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAdd({ kind: 'before', of, minutes: Math.min(amount, most) * Number(unit) })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <NumberField label={t`How much`} value={Math.min(amount, most)} most={most} onChange={setAmount} />
      <Select<Unit>
        label={t`Unit`}
        value={unit}
        onChange={setUnit}
        options={[
          { value: '1', label: t`Minutes` },
          { value: '60', label: t`Hours` },
          { value: '1440', label: t`Days` },
          { value: '10080', label: t`Weeks` },
        ]}
      />
      <Select<Reference>
        label={t`Before`}
        value={of}
        onChange={setOf}
        options={[
          { value: 'due', label: t`Due date` },
          { value: 'start', label: t`Start` },
          { value: 'deadline', label: t`Deadline` },
        ]}
      />
      <Button small kind="primary" type="submit">{t`Add`}</Button>
    </form>
  )
}

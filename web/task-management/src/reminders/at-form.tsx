import type { Reminder } from '@doable/contracts/reminder'
import type { Task } from '@doable/contracts/task'
import { dueIn } from '@doable/domain/due'
import { morning } from '@doable/domain/reminder'
import { Button } from '@doable/ui/button'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useMinute } from '../page/use-time.ts'
import css from './reminders.module.css'

/** On a day and at a time of its own, wherever the person then is. */
export function AtForm({ task, onAdd }: { task: Task; onAdd(reminder: Reminder): void }) {
  const { t } = useLingui()
  const now = useMinute()
  const [on, setOn] = useState(dueIn(task, now.zone)?.day ?? task.deadlineOn ?? now.day)
  const [at, setAt] = useState(morning)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAdd({ kind: 'at', on, time: at, timeZone: null })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <TextField
        required
        type="date"
        min="1900-01-01"
        max="2200-12-31"
        label={t`Day`}
        value={on}
        onChange={setOn}
      />
      <TextField required type="time" label={t`Time`} value={at} onChange={setAt} />
      <Button small kind="primary" type="submit">{t`Add`}</Button>
    </form>
  )
}

import type { Reminder } from '@doable/contracts/reminder'
import type { Task } from '@doable/contracts/task'
import { reminderKey } from '@doable/domain/reminder'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useMinute } from '../page/use-time.ts'
import { AtForm } from './at-form.tsx'
import { BeforeForm } from './before-form.tsx'
import { reminderWords } from './reminder-words.ts'
import css from './reminders.module.css'

export type Reference = 'start' | 'due' | 'deadline'
const usual = [0, 10, 30, 60, 1440]

/** What the usual reminders count from: the first day that the task has, its due date where it has none. */
export const referenceOf = ({ dueOn, deadlineOn, startOn }: Task): Reference =>
  dueOn !== null ? 'due' : deadlineOn !== null ? 'deadline' : startOn !== null ? 'start' : 'due'

type Form = 'before' | 'at' | undefined

/** The usual reminders at a press, and one of one's own. */
export function AddReminder({ task, onAdd }: { task: Task; onAdd(reminder: Reminder): void }) {
  const { t } = useLingui()
  const now = useMinute()
  const [form, setForm] = useState<Form>()
  const has = new Set(task.reminders.map(reminderKey))
  const of = referenceOf(task)
  const offers = usual
    .map((minutes): Reminder => ({ kind: 'before', of, minutes }))
    .filter((reminder) => !has.has(reminderKey(reminder)))
  const add = (reminder: Reminder) => {
    onAdd(reminder)
    setForm(undefined)
  }
  const toggle = (wanted: Form) => setForm(form === wanted ? undefined : wanted)
  return (
    <section className={css.add} aria-label={t`Add reminder`}>
      <h3>{t`Add reminder`}</h3>
      <div className={css.offers}>
        {offers.map((reminder) => (
          <Button small key={reminderKey(reminder)} onClick={() => onAdd(reminder)}>
            {reminderWords(reminder, now)}
          </Button>
        ))}
        <Button small kind="quiet" aria-expanded={form === 'before'} onClick={() => toggle('before')}>
          {t`Other time before…`}
        </Button>
        <Button small kind="quiet" aria-expanded={form === 'at'} onClick={() => toggle('at')}>
          {t`Day and time…`}
        </Button>
      </div>
      {form === 'before' && <BeforeForm of={of} onAdd={add} />}
      {form === 'at' && <AtForm task={task} onAdd={add} />}
    </section>
  )
}

import type { Reminder } from '@doable/contracts/reminder'
import { mostReminders } from '@doable/contracts/reminder-limits'
import type { Task } from '@doable/contracts/task'
import { distinctReminders, reminderKey } from '@doable/domain/reminder'
import { announce } from '@doable/ui/announce'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useRef } from 'react'
import type { Acts } from '../acts/acts.ts'
import { useMinute } from '../page/use-time.ts'
import './words.ts'
import { AddReminder } from './add-reminder.tsx'
import { reminderWords, whenWords } from './reminder-words.ts'
import css from './reminders.module.css'

/** The reminders of a task, each with when it tells, and more of them. */
export function ReminderEditor({ task, acts }: { task: Task; acts: Acts }) {
  const { t } = useLingui()
  const now = useMinute()
  const panel = useRef<HTMLDivElement>(null)
  const { reminders } = task
  const keep = (next: Reminder[], words: string) => {
    acts.change([task.id], { reminders: next })
    announce(words)
  }
  const remove = (gone: Reminder) => {
    const words = reminderWords(gone, now)
    keep(
      reminders.filter((each) => reminderKey(each) !== reminderKey(gone)),
      t`Reminder removed: ${words}`,
    )
    // The button that was pressed goes away with its line.
    setTimeout(() => panel.current?.querySelector('button')?.focus())
  }
  const add = (reminder: Reminder) => {
    const words = reminderWords(reminder, now)
    keep(distinctReminders([...reminders, reminder]), t`Reminder added: ${words}`)
  }
  return (
    <div className={css.panel} ref={panel}>
      {reminders.length > 0 && (
        <ul className={css.list} aria-label={t`Reminders`}>
          {reminders.map((reminder) => {
            const words = reminderWords(reminder, now)
            return (
              <li key={reminderKey(reminder)}>
                <span>
                  {words}
                  <small>{whenWords(task, reminder, now)}</small>
                </span>
                <IconButton label={t`Remove reminder: ${words}`} onClick={() => remove(reminder)}>
                  <X />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
      {reminders.length < mostReminders ? (
        <AddReminder task={task} onAdd={add} />
      ) : (
        <p className={css.note}>{t`A task has ${mostReminders} reminders at most.`}</p>
      )}
    </div>
  )
}

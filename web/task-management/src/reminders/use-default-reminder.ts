import { notificationSettingsApi } from '@doable/client/notification-settings-api'
import type { Reminder } from '@doable/contracts/reminder'
import type { Task } from '@doable/contracts/task'
import { useEffect, useState } from 'react'

/** By what a task reminds me that has a time and no reminder of its own; undefined while that is not known, or by nothing. */
export function useDefaultReminder({ dueOn, dueTime, reminders }: Task): Reminder | undefined {
  const applies = dueOn !== null && dueTime !== null && reminders.length === 0
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => {
    if (!applies) return
    let left = false
    const read = async () => {
      const answer = await notificationSettingsApi.settings()
      if (!left) setMinutes(answer.settings.defaultReminderMinutes)
    }
    // Without a network it is not said, which takes nothing away from the task.
    read().catch(() => undefined)
    return () => {
      left = true
    }
  }, [applies])
  return applies && minutes !== null ? { kind: 'before', of: 'due', minutes } : undefined
}

import type { Notification } from '@doable/contracts/notification'
import { today } from '@doable/domain/calendar'

type Day = { day: string; notices: Notification[] }

/** Notifications, newest first, by the calendar day on which each came to a person in `zone`. */
export function byDay(items: readonly Notification[], zone: string): Day[] {
  const days: Day[] = []
  for (const notice of items) {
    const day = today(notice.createdAt, zone)
    const last = days.at(-1)
    if (last?.day === day) last.notices.push(notice)
    else days.push({ day, notices: [notice] })
  }
  return days
}

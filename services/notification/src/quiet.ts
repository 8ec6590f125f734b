import type { NotificationSettings } from '@doable/contracts/notification-settings'
import { addDays, nowAt } from '@doable/domain/calendar'
import { instantOf } from '@doable/domain/due'

type Quiet = Pick<NotificationSettings, 'quietFrom' | 'quietUntil'>

/** The instant until which a person in `zone` is not to be disturbed at `now`; null when they may be. */
export function quietUntil(
  { quietFrom: from, quietUntil: until }: Quiet,
  now: Date,
  zone: string,
): Date | null {
  if (from === null || until === null || from === until) return null
  const { day, time } = nowAt(now.toISOString(), zone)
  const overnight = from > until
  if (overnight ? time < from && time >= until : time < from || time >= until) return null
  const morning = overnight && time >= from ? addDays(day, 1) : day
  const end = new Date(instantOf(morning, until, zone))
  // Where the clocks went back within the quiet hours, their end of today may have been already.
  return end > now ? end : null
}

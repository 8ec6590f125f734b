import { addDays, nowAt } from '@doable/domain/calendar'
import { instantOf } from '@doable/domain/due'
import type { Notification } from '../notification.ts'

type Kind = Notification['kind']
const hour = 3600
const day = 24 * hour

const ttl: Partial<Record<Kind, number>> = {
  reminder: day,
  'due-soon': day,
  overdue: day,
  test: hour,
}
const otherTtl = 3 * day
/** The digest of a day is of no use on the next. */
const evening = '21:00'

/** For how many seconds a push service keeps a message of a kind for a device that is off. */
export function ttlOf(kind: Kind, now: Date, zone: string): number {
  if (kind !== 'digest') return ttl[kind] ?? otherTtl
  const { day: today, time } = nowAt(now.toISOString(), zone)
  const end = time < evening ? instantOf(today, evening, zone) : instantOf(addDays(today, 1), '00:00', zone)
  return Math.max(Math.round((Date.parse(end) - now.getTime()) / 1000), 60)
}

const urgent = new Set<Kind>(['reminder', 'due-soon', 'test'])
/** Whether a device that saves its battery is woken (RFC 8030, 5.3). */
export const urgencyOf = (kind: Kind): 'high' | 'normal' => (urgent.has(kind) ? 'high' : 'normal')

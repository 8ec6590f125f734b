import type { Notification } from '@doable/contracts/notification'
import { instant } from '@doable/ui/format'
import { plural, t } from '@lingui/core/macro'
import './words.ts'

/** What a notification is about; a test is about nothing. */
export const noticeTitle = ({ kind, title }: Notification): string =>
  kind === 'test' ? t`A test message` : title

/** What it says about that, in a few words. */
export function noticeWords({ kind, actorName, count }: Notification): string {
  const someone = actorName ?? t`Somebody`
  const words: Record<Notification['kind'], string> = {
    'due-soon': t`Due soon`,
    overdue: t`Overdue`,
    reminder: t`Reminder`,
    completed: plural(count, { one: `${someone} completed it`, other: `${someone} completed # tasks` }),
    assigned: t`${someone} assigned it to you`,
    commented: t`${someone} commented`,
    mentioned: t`${someone} mentioned you`,
    shared: t`${someone} shared it with you`,
    digest: t`Your day`,
    test: t`This channel works`,
    'webhook-off': t`Webhook switched off: nothing reaches it any more`,
  }
  return words[kind]
}

const lateMs = 5 * 60_000
/** That it came well after its moment, with that moment; nothing where it came in time. */
export function lateWords({ plannedAt, createdAt }: Notification): string | undefined {
  if (plannedAt === null || Date.parse(createdAt) - Date.parse(plannedAt) < lateMs) return
  const planned = instant(plannedAt)
  return t`late, meant for ${planned}`
}

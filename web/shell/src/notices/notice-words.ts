import type { Notification } from '@doable/contracts/notification'
import { useLingui } from '@lingui/react/macro'

/** What a notification says about its task, in a few words. */
export function useNoticeWords(): (notice: Notification) => string {
  const { t } = useLingui()
  return ({ kind, actorName }) => {
    const someone = actorName ?? t`Somebody`
    const words: Record<Notification['kind'], string> = {
      'due-soon': t`Due soon`,
      overdue: t`Overdue`,
      reminder: t`Reminder`,
      completed: t`${someone} completed it`,
      assigned: t`${someone} assigned it to you`,
      commented: t`${someone} commented`,
      mentioned: t`${someone} mentioned you`,
      shared: t`${someone} shared it with you`,
      digest: t`Your day`,
      test: t`A test message`,
    }
    return words[kind]
  }
}

import type { Delivery } from '@doable/contracts/delivery'
import type { Kind } from '@doable/contracts/notification-kind'
import type { Channel } from '@doable/contracts/notification-settings'
import { useLingui } from '@lingui/react/macro'

/** What the kinds of news are called. */
export function useKindNames(): Record<Kind, string> {
  const { t } = useLingui()
  return {
    'due-soon': t`Due soon`,
    overdue: t`Overdue`,
    reminder: t`Reminder`,
    completed: t`Completed by others`,
    assigned: t`Assigned to you`,
    commented: t`Commented`,
    mentioned: t`You were mentioned`,
    shared: t`Shared with you`,
    digest: t`Your day`,
    test: t`Test message`,
    'webhook-off': t`Webhook switched off`,
  }
}

/** What the ways to reach a person are called. */
export function useChannelNames(): Record<Channel, string> {
  const { t } = useLingui()
  return { app: t`App`, email: t`E-mail`, push: t`Push`, sms: t`SMS`, webhook: t`Webhook` }
}

/** What can have become of something that was sent. */
export function useStateNames(): Record<Delivery['state'], string> {
  const { t } = useLingui()
  return { waiting: t`Waiting`, sent: t`Sent`, failed: t`Failed` }
}

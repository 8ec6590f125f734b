import { useLingui } from '@lingui/react/macro'

/** What a queue holds, in words; one that is not known keeps its own name. */
export function useQueueName(): (queue: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    alarm: t`Reminders`,
    digest: t`Daily summaries`,
    'deliver-email': t`E-mail`,
    'deliver-sms': t`SMS`,
    'deliver-push': t`Push messages`,
    'deliver-webhook': t`Webhooks`,
  }
  return (queue) => names[queue] ?? queue
}

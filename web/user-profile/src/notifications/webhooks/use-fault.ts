import { ApiError } from '@doable/client/route-client'
import { mostWebhooks } from '@doable/contracts/webhook-limits'
import { useLingui } from '@lingui/react/macro'
import { type Saving, useFailure } from '../../pages/saving.tsx'

/** What went wrong, in words for each thing that can be wrong with an address. */
export function useFault(saving: Saving): string | undefined {
  const { t } = useLingui()
  const otherwise = useFailure(saving)
  const { state } = saving
  if (state.phase !== 'failed' || !(state.error instanceof ApiError)) return otherwise
  const known: Record<string, string> = {
    'address-unreadable': t`Enter a whole address, such as https://hooks.example.org/doable.`,
    'address-credentials': t`Leave out the user and the password: the signature says who sends.`,
    'address-not-https': t`The address must begin with https.`,
    'address-port': t`Only the ports 443 and 8443 are used.`,
    'address-private': t`This address lies in a private network. Who runs this server can allow it.`,
    'address-unknown': t`No server is known by this name.`,
    'too-many-webhooks': t`You have ${mostWebhooks} webhooks, which is the most.`,
  }
  return known[state.error.problem.type.split('/').at(-1) ?? ''] ?? otherwise
}

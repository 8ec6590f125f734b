import { ApiError } from '@doable/client/route-client'
import { useLingui } from '@lingui/react/macro'
import { type Saving, useFailure } from '../../pages/saving.tsx'

/** What went wrong, in words that stand by the field. */
export function useFault(saving: Saving): string | undefined {
  const { t } = useLingui()
  const failure = useFailure(saving)
  const { state } = saving
  if (state.phase !== 'failed' || !(state.error instanceof ApiError)) return failure
  const words: Record<string, string> = {
    invalid: t`That is no number with its country code, such as +49 151 12345678.`,
    'number-unreachable': t`No SMS can reach this number.`,
    'number-unsubscribed': t`This number told the sender to stop. Send START to the sender, then try again.`,
    'number-unroutable': t`No SMS can be sent to this number from here.`,
    'sms-cap-reached': t`No more SMS are sent to you today. Try again tomorrow.`,
    'sms-away': t`No SMS can be sent for now. Try again later.`,
    'wrong-code': t`That is not the code that was sent.`,
    'no-code': t`This code is no longer good. Have another one sent.`,
  }
  return words[state.error.problem.type.split('/').at(-1) ?? ''] ?? failure
}

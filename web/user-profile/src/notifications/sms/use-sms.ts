import { smsApi } from '@doable/client/sms-api'
import type { SmsState } from '@doable/contracts/sms'
import { useCallback, useEffect, useState } from 'react'

/** How I am reached by SMS, read anew for each `version`. `keep` takes what a change answers. */
export function useSms(version: number) {
  const [held, setHeld] = useState<SmsState>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    const answer = await smsApi.smsState().catch(() => undefined)
    setFailed(!answer)
    if (answer) setHeld(answer)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to read again
  useEffect(() => void load(), [load, version])
  return { held, failed, load, keep: setHeld }
}

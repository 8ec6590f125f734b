import { type PushHere, pushApi, pushHere } from '@doable/client/push-here'
import type { PushDevice } from '@doable/contracts/push'
import { useCallback, useEffect, useState } from 'react'

type Held = { here: PushHere; devices: readonly PushDevice[] }

async function look(): Promise<Held> {
  // First, as it may give up what the server no longer knows.
  const here = await pushHere()
  return { here, devices: (await pushApi.pushDevices()).items }
}

/** Whether news is pushed to this browser, and to which others; undefined until it is known. `failed` until a try succeeds. */
export function usePush() {
  const [held, setHeld] = useState<Held>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    const found = await look().catch(() => undefined)
    setFailed(!found)
    if (found) setHeld(found)
  }, [])
  useEffect(() => void load(), [load])
  return { held, failed, load }
}

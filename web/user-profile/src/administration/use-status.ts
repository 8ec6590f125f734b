import { ApiError } from '@doable/client/route-client'
import { statusApi } from '@doable/client/status-api'
import type { ServiceStatus } from '@doable/contracts/status'
import { useCallback, useEffect, useRef, useState } from 'react'

const names = ['user', 'task', 'notification'] as const
export type ServiceName = (typeof names)[number]
/** A service and what it answered; nothing where it did not answer. */
export type Seen = { name: ServiceName; status: ServiceStatus | undefined }

export const everyMs = 10_000
const patienceMs = 8_000

type Answer = Seen & { foreign: boolean; reached: boolean }
async function ask(name: ServiceName): Promise<Answer> {
  try {
    const status = await statusApi[name]({ signal: AbortSignal.timeout(patienceMs) })
    return { name, status, foreign: false, reached: true }
  } catch (error) {
    const reached = error instanceof ApiError
    return { name, status: undefined, foreign: reached && error.status === 404, reached }
  }
}

/**
 * How all services are, asked again every ten seconds while somebody looks. `fault` says why nothing new is known: no
 * network (`away`, and what was seen last stays) or no rights.
 */
export function useStatus() {
  const [seen, setSeen] = useState<readonly Seen[]>()
  const [fault, setFault] = useState<'away' | 'foreign'>()
  const [at, setAt] = useState<string>()
  const asked = useRef(0)
  const look = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const answers = await Promise.all(names.map(ask))
    if (mine !== asked.current) return
    if (answers.some(({ foreign }) => foreign)) return setFault('foreign')
    if (!answers.some(({ reached }) => reached)) return setFault('away')
    setFault(undefined)
    setSeen(answers)
    setAt(new Date().toISOString())
  }, [])
  useEffect(() => {
    const lookIfSeen = () => document.visibilityState === 'visible' && void look()
    void look()
    const timer = setInterval(lookIfSeen, everyMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
    }
  }, [look])
  return { seen, fault, at, look }
}

import { ErrorState } from '@doable/ui/error-state'
import { useLingui } from '@lingui/react/macro'
import { type ComponentType, useCallback, useEffect, useState } from 'react'

/** What one channel adds to the page, its code fetched when it is drawn. Where that does not come, the rest of the page stays. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Late(props: P) {
    const { t } = useLingui()
    const [Part, setPart] = useState<ComponentType<P>>()
    const [failed, setFailed] = useState(false)
    const fetchPart = useCallback(async () => {
      const part = await load().catch(() => undefined)
      setFailed(!part)
      if (part) setPart(() => part)
    }, [])
    useEffect(() => void fetchPart(), [fetchPart])
    if (failed)
      return <ErrorState onRetry={fetchPart}>{t`This part cannot be shown without a connection.`}</ErrorState>
    return Part ? <Part {...props} /> : null
  }
}

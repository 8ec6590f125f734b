import { useStore, useView } from '@doable/client/react'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'

/** Tells about changes that the server would not take; the screen has already gone back to what holds. */
export function useRefusals(): void {
  const { t } = useLingui()
  const store = useStore()
  const refused = useView((view) => view.refused)
  useEffect(() => {
    if (refused.length === 0) return
    for (const { problem } of refused) {
      const reason = problem.detail ?? problem.title
      toast({ text: t`A change could not be kept: ${reason}`, lasts: 12_000 })
    }
    store.dismissRefused()
  }, [refused, store, t])
}

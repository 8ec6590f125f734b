import { deliveryApi } from '@doable/client/notification-settings-api'
import type { Delivery } from '@doable/contracts/delivery'
import type { Channel } from '@doable/contracts/notification-settings'
import { useCallback, useEffect, useRef, useState } from 'react'

export type Wanted = { channel?: Channel | undefined; state?: Delivery['state'] | undefined }
type Page = { items: readonly Delivery[]; next: string | null }

/** What was sent to me, newest first; read anew for another `wanted` or `version`. `failed` until a try succeeds. */
export function useDeliveries({ channel, state }: Wanted, version: number) {
  const [page, setPage] = useState<Page>()
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)
  const read = useCallback(
    async (cursor?: string) => {
      asked.current += 1
      const mine = asked.current
      const query = { ...(channel && { channel }), ...(state && { state }), ...(cursor && { cursor }) }
      const answer = await deliveryApi.deliveries({ query: { ...query, limit: 20 } }).catch(() => undefined)
      // Another filter was chosen meanwhile.
      if (mine !== asked.current) return
      setFailed(!answer)
      if (!answer) return
      setPage((before) => ({
        next: answer.next,
        items: cursor ? [...(before?.items ?? []), ...answer.items] : answer.items,
      }))
    },
    [channel, state],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to read again
  useEffect(() => void read(), [read, version])
  return { page, failed, again: () => read(), more: () => page?.next && read(page.next) }
}

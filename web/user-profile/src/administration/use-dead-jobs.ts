import { administrationApi } from '@doable/client/administration-api'
import { ApiError } from '@doable/client/route-client'
import type { DeadJob, QueueCount } from '@doable/contracts/administration'
import { useCallback, useEffect, useRef, useState } from 'react'

type Page = { items: readonly DeadJob[]; next: string | null; queues: readonly QueueCount[] }
type Fault = 'away' | 'foreign' | 'broken'

/** What was given up, oldest first. `fault` says why the last try to read it failed: no network, no rights, or the server. */
export function useDeadJobs() {
  const [page, setPage] = useState<Page>()
  const [fault, setFault] = useState<Fault>()
  const asked = useRef(0)
  const read = useCallback(async (cursor?: string) => {
    asked.current += 1
    const mine = asked.current
    try {
      const answer = await administrationApi.deadJobs({ query: { limit: 50, ...(cursor && { cursor }) } })
      // It was asked for again meanwhile.
      if (mine !== asked.current) return
      setFault(undefined)
      setPage((before) => ({
        ...answer,
        items: cursor ? [...(before?.items ?? []), ...answer.items] : answer.items,
      }))
    } catch (error) {
      if (mine === asked.current) setFault(faultOf(error))
    }
  }, [])
  useEffect(() => void read(), [read])
  return { page, fault, again: () => read(), more: () => page?.next && read(page.next) }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof ApiError)) return 'away'
  return error.status === 404 ? 'foreign' : 'broken'
}

/** Does it piece by piece, until none of the queue is left. */
async function all(piece: () => Promise<{ more: boolean }>): Promise<void> {
  while ((await piece()).more);
}

/** What somebody else has seen to already needs nothing more. Throws `ApiError` for all else. */
async function unlessGone(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof ApiError && error.status === 404)) throw error
  })
}

export type Which = { id: string } | { queue: string }
export const retry = (which: Which): Promise<void> =>
  unlessGone(
    'id' in which
      ? administrationApi.retryJob({ params: which })
      : all(() => administrationApi.retryQueue({ params: which })),
  )
export const discard = (which: Which): Promise<void> =>
  unlessGone(
    'id' in which
      ? administrationApi.discardJob({ params: which })
      : all(() => administrationApi.discardQueue({ params: which })),
  )

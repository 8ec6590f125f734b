import { historyApi } from '@doable/client/history-api'
import { useOffline } from '@doable/client/react'
import type { HistoryEntry } from '@doable/contracts/history'
import type { Task } from '@doable/contracts/task'
import { useCallback, useEffect, useRef, useState } from 'react'

type Known = { entries: readonly HistoryEntry[]; next: string | null }
export type Trouble = 'offline' | 'failed'

/** How long to wait before asking again, in milliseconds; longer each time. */
const firstWait = 2000
const longestWait = 30_000

/** The latest page in front of what is known; where the two do not meet, what is known is let go. */
function joined(page: Known, known: Known | undefined): Known {
  const last = page.entries.at(-1)
  const at = known?.entries.findIndex(({ id }) => id === last?.id) ?? -1
  if (!known || at < 0) return page
  return { entries: [...page.entries, ...known.entries.slice(at + 1)], next: known.next }
}

/**
 * What was done to a task, the latest first. Asked for again whenever the server has a newer version of the task, and until
 * it answers.
 */
export function useHistory({ id, version }: Task) {
  const [known, setKnown] = useState<Known>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [tries, setTries] = useState(0)
  const offline = useOffline()
  const more = useRef<AbortController>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version, a network that is back, and a try are reasons to ask
  useEffect(() => {
    const over = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      try {
        const { items, next } = await historyApi.history({ params: { id }, signal: over.signal })
        setKnown((before) => joined({ entries: items, next }, before))
        setTrouble(undefined)
      } catch (error) {
        if (over.signal.aborted) return
        setTrouble(error instanceof TypeError ? 'offline' : 'failed')
        timer = setTimeout(() => setTries((n) => n + 1), Math.min(firstWait * 2 ** tries, longestWait))
      }
    }
    void ask()
    return () => {
      over.abort()
      clearTimeout(timer)
    }
  }, [id, version, offline, tries])
  useEffect(() => () => more.current?.abort(), [])
  const loadMore = useCallback(async () => {
    if (!known?.next) return
    more.current?.abort()
    const over = new AbortController()
    more.current = over
    try {
      const query = { cursor: known.next }
      const { items, next } = await historyApi.history({ params: { id }, query, signal: over.signal })
      setKnown((before) => before && { entries: [...before.entries, ...items], next })
    } catch (error) {
      if (!over.signal.aborted) setTrouble(error instanceof TypeError ? 'offline' : 'failed')
    }
  }, [id, known?.next])
  const retry = () => setTries((n) => n + 1)
  return { entries: known?.entries, isMore: Boolean(known?.next), trouble, loadMore, retry }
}

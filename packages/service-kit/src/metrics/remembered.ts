import type { Clock } from '../clock.ts'

/**
 * What costs something to find out is found out once in so many seconds, however many look; those who look meanwhile get
 * the same answer. What failed is asked for again.
 */
export function remembered<T>(clock: Clock, seconds: number, ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  let since = 0
  return () => {
    const now = clock.now().getTime()
    if (known && now < since + seconds * 1000 && now >= since) return known
    since = now
    const asked = ask()
    known = asked
    asked.catch(() => {
      if (known === asked) known = undefined
    })
    return asked
  }
}

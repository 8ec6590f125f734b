import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * Something that is fetched when it is first wanted. Answers a hook, which answers it once it is there and undefined until
 * then; when it cannot be fetched, whatever is drawn next tries again.
 */
export function arriving<T>(load: () => Promise<T>): (wanted?: boolean) => T | undefined {
  let thing: T | undefined
  let loading = false
  const listeners = new Set<() => void>()
  const get = async () => {
    if (loading || thing !== undefined) return
    loading = true
    try {
      thing = await load()
      for (const listener of [...listeners]) listener()
    } catch {
      loading = false
    }
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    void get()
    return () => void listeners.delete(listener)
  }
  return (wanted = true) => useSyncExternalStore(wanted ? subscribe : never, () => thing)
}

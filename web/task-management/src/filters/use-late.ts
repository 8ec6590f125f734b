import { useEffect, useState } from 'react'

/** How long a pause lasts after which a mistake is pointed out, in milliseconds. Nobody wants to be corrected within a word. */
const pause = 600

/** A value once it has stood for a moment; nothing as soon as there is nothing. `now` shows it without waiting. */
export function useLate<T>(value: T | undefined): { late: T | undefined; now(): void } {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    if (value === undefined) return setShown(undefined)
    const timer = setTimeout(() => setShown(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return { late: value === undefined ? undefined : shown, now: () => setShown(value) }
}

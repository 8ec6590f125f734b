import { type Now, nowAt } from '@doable/domain/calendar'

const minute = 60_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
const current = new Map<string, Now>()
const days = new Map<string, Now>()

/** The same object for a whole minute. */
export function minuteIn(zone: string): Now {
  const instant = new Date(Math.floor(Date.now() / minute) * minute).toISOString()
  const known = current.get(zone)
  if (known?.instant === instant) return known
  const now = nowAt(instant, zone)
  current.set(zone, now)
  return now
}

/** The same object for a whole day of that zone. */
export function dayIn(zone: string): Now {
  const now = minuteIn(zone)
  const known = days.get(zone)
  if (known?.day === now.day) return known
  days.set(zone, now)
  return now
}

function tick(): void {
  clearTimeout(timer)
  timer = setTimeout(tick, minute - (Date.now() % minute))
  for (const listener of [...listeners]) listener()
}

/** Calls back every full minute, and when a page comes back into sight whose timers were put to sleep. */
export function subscribeMinutes(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setTimeout(tick, minute - (Date.now() % minute))
    document.addEventListener('visibilitychange', tick)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

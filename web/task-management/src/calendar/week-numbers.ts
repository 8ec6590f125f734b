const key = 'doable-week-numbers'
let shown = localStorage.getItem(key) === 'yes'
const listeners = new Set<() => void>()

/** Whether months say the numbers of their weeks, on this device. */
export const weekNumbers = {
  shown: () => shown,
  toggle() {
    shown = !shown
    localStorage.setItem(key, shown ? 'yes' : 'no')
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

const key = 'doable-folded'

function remembered(): Set<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

let folded: ReadonlySet<string> = remembered()
const listeners = new Set<() => void>()

/** Which groups and tasks are folded away, on this device. At most 500 are remembered, the latest. */
export const folds = {
  all: () => folded,
  has: (id: string) => folded.has(id),
  toggle(id: string, fold = !folded.has(id)) {
    const next = new Set(folded)
    next.delete(id)
    if (fold) next.add(id)
    folded = next
    localStorage.setItem(key, JSON.stringify([...next].slice(-500)))
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

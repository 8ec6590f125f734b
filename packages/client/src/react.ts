import type { Label } from '@doable/contracts/label'
import type { List, Section } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import type { Me } from '@doable/contracts/user'
import type { Now } from '@doable/domain/calendar'
import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { feedOf, type NotificationFeed, type Notifications } from './notifications.ts'
import { currentPerson, subscribePerson } from './session.ts'
import type { Store } from './store.ts'
import { dayIn, minuteIn, subscribeMinutes } from './ticking.ts'
import type { View } from './view.ts'

const StoreContext = createContext<Store | null>(null)

export function StoreProvider({ store, children }: { store: Store; children?: ReactNode }) {
  return createElement(StoreContext, { value: store }, children)
}

/** The store of the signed-in person. Throws outside `StoreProvider`. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useStore needs a StoreProvider above it')
  return store
}

/**
 * What `select` answers for the view, again only when that changes: by identity, or by `isEqual` (`sameItems` for lists).
 * A selector of `selectors.ts` may be called with fresh arguments on every render.
 */
export function useView<T>(select: (view: View) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const store = useStore()
  const last = useRef<{ value: T } | null>(null)
  const read = () => {
    const value = select(store.getSnapshot())
    if (!last.current || !isEqual(last.current.value, value)) last.current = { value }
    return last.current.value
  }
  return useSyncExternalStore(store.subscribe, read)
}

/** Whether two lists hold the very same items in the same order. */
export const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => Object.is(item, b[at]))

export const useTask = (id: string): Task | undefined => useView((view) => view.tasks.get(id))
export const useList = (id: string): List | undefined => useView((view) => view.lists.get(id))
export const useSection = (id: string): Section | undefined => useView((view) => view.sections.get(id))
export const useLabel = (id: string): Label | undefined => useView((view) => view.labels.get(id))

/** Whether the server is out of reach; still so while it is tried again, until that went well. */
export function useOffline(): boolean {
  const status = useView((view) => view.status)
  const [offline, setOffline] = useState(status === 'offline')
  const known = status === 'syncing' ? offline : status === 'offline'
  if (known !== offline) setOffline(known)
  return known
}

/** Who is signed in here, also without a network. */
export const usePerson = (): Me | null => useSyncExternalStore(subscribePerson, currentPerson)

/** The present minute in a zone; turns every full minute. For "its time has passed". */
export const useNow = (timeZone: string): Now =>
  useSyncExternalStore(subscribeMinutes, () => minuteIn(timeZone))

/** The present day in a zone: one and the same `Now` all day, so that what is worked out from it stays; turns at midnight. */
export const useToday = (timeZone: string): Now =>
  useSyncExternalStore(subscribeMinutes, () => dayIn(timeZone))

/** The person's notifications with what can be done about them. */
export function useNotifications(): Notifications &
  Pick<NotificationFeed, 'load' | 'loadMore' | 'markRead' | 'markAllRead' | 'snooze'> {
  const feed = feedOf(useStore())
  const view = useSyncExternalStore(feed.subscribe, feed.getSnapshot)
  return {
    ...view,
    load: () => feed.load(),
    loadMore: () => feed.loadMore(),
    markRead: (id) => feed.markRead(id),
    markAllRead: () => feed.markAllRead(),
    snooze: (id, span) => feed.snooze(id, span),
  }
}

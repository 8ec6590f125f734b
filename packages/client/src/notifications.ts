import type { Notification, Snooze } from '@doable/contracts/notification'
import { notificationApi } from './api.ts'
import type { Store } from './store.ts'

/** `loaded` is false until the server has answered once. `next` is where older ones go on; null when there are none. */
export type Notifications = {
  readonly items: readonly Notification[]
  readonly unread: number
  readonly next: string | null
  readonly loaded: boolean
}

/** What a person was told, newest first, kept up to date by the live channel while somebody looks. */
export class NotificationFeed {
  readonly #store: Store
  readonly #listeners = new Set<() => void>()
  #unlisten: (() => void) | undefined
  #view: Notifications = { items: [], unread: 0, next: null, loaded: false }

  constructor(store: Store) {
    this.#store = store
  }

  getSnapshot = (): Notifications => this.#view

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#unlisten ??= this.#listen()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#unlisten?.()
      this.#unlisten = undefined
    }
  }

  /** Reads the newest again. Throws `ApiError`, or `TypeError` without a network. */
  async load(): Promise<void> {
    const [page, { unread }] = await Promise.all([notificationApi.list(), notificationApi.unread()])
    this.#show({ items: page.items, next: page.next, unread, loaded: true })
  }

  async loadMore(): Promise<void> {
    const { next, items } = this.#view
    if (next === null) return
    const page = await notificationApi.list({ query: { cursor: next } })
    if (this.#view.next !== next) return
    this.#show({ items: [...items, ...page.items], next: page.next })
  }

  async markRead(id: string): Promise<void> {
    this.#mark((each) => each.id === id)
    this.#show(await notificationApi.read({ params: { id } }))
  }

  async markAllRead(): Promise<void> {
    this.#mark(() => true)
    this.#show(await notificationApi.readAll())
  }

  /** Answers the instant at which it is told again. */
  async snooze(id: string, span: Snooze['for']): Promise<string> {
    this.#mark((each) => each.id === id)
    const { until, unread } = await notificationApi.snooze({ params: { id }, body: { for: span } })
    this.#show({ unread })
    return until
  }

  #mark(which: (notification: Notification) => boolean): void {
    const readAt = new Date().toISOString()
    const items = this.#view.items.map((each) =>
      each.readAt === null && which(each) ? { ...each, readAt } : each,
    )
    const fewer = items.filter((item, at) => item !== this.#view.items[at]).length
    this.#show({ items, unread: Math.max(0, this.#view.unread - fewer) })
  }

  #listen(): () => void {
    const quietly = () => void this.load().catch(() => undefined)
    quietly()
    window.addEventListener('online', quietly)
    const silences = [
      this.#store.listen('notified', ({ unread, notification }) => {
        const others = this.#view.items.filter(({ id }) => id !== notification.id)
        this.#show({ items: [notification, ...others], unread })
      }),
      this.#store.listen('read', ({ unread }) => {
        if (unread === this.#view.unread) return
        if (unread === 0) this.#mark(() => true)
        else quietly()
        this.#show({ unread })
      }),
    ]
    return () => {
      window.removeEventListener('online', quietly)
      for (const silence of silences) silence()
    }
  }

  #show(changes: Partial<Notifications>): void {
    this.#view = { ...this.#view, ...changes }
    for (const listener of [...this.#listeners]) listener()
  }
}

const feeds = new WeakMap<Store, NotificationFeed>()
/** One feed per store, however many places show it. */
export function feedOf(store: Store): NotificationFeed {
  const feed = feeds.get(store) ?? new NotificationFeed(store)
  feeds.set(store, feed)
  return feed
}

import { notificationApi } from '@doable/client/api'
import type { Store } from '@doable/client/store'
import type { Notification } from '@doable/contracts/notification'

export type Notices = {
  unread: number
  /** Newest first; not there until asked for. */
  items?: readonly Notification[]
  /** The last time they were asked for, the server could not be reached. */
  failed: boolean
}

/** What a person was told, as far as this page knows. The live channel keeps it fresh. */
export class NoticeList {
  #notices: Notices = { unread: 0, failed: false }
  readonly #listeners = new Set<() => void>()

  readonly get = (): Notices => this.#notices
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  #set(change: Partial<Notices>): void {
    this.#notices = { ...this.#notices, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Counts, and hears what comes; answers what stops listening. */
  open(store: Store): () => void {
    void this.count()
    const deafen = store.listen('notified', ({ unread, notification }) => {
      const { items } = this.#notices
      this.#set({
        unread,
        ...(items && { items: [notification, ...items.filter(({ id }) => id !== notification.id)] }),
      })
    })
    const forget = store.listen('read', ({ unread }) => this.#set({ unread }))
    return () => {
      deafen()
      forget()
    }
  }

  readonly count = async (): Promise<void> => {
    const answer = await notificationApi.unread().catch(() => undefined)
    if (answer) this.#set({ unread: answer.unread })
  }

  readonly load = async (): Promise<void> => {
    try {
      const { items } = await notificationApi.list({ query: { limit: 50 } })
      this.#set({ items, failed: false })
    } catch {
      this.#set({ failed: true })
    }
  }

  readonly read = (id: string): Promise<void> =>
    this.#mark(
      (item) => item.id === id,
      () => notificationApi.read({ params: { id } }),
    )
  readonly readAll = (): Promise<void> =>
    this.#mark(
      () => true,
      () => notificationApi.readAll(),
    )

  /** Shown as read at once; counted as the server says. */
  async #mark(
    which: (item: Notification) => boolean,
    send: () => Promise<{ unread: number }>,
  ): Promise<void> {
    const readAt = new Date().toISOString()
    const items = this.#notices.items?.map((item) =>
      which(item) && !item.readAt ? { ...item, readAt } : item,
    )
    this.#set({ ...(items && { items }) })
    const answer = await send().catch(() => undefined)
    if (answer) this.#set({ unread: answer.unread })
    else await this.load()
  }
}

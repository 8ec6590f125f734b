import type { Kind } from './notification-kind.ts'

/** What can be done about a notification without opening the page; `done` is what it says then. */
export type PushAction = { action: 'complete' | 'snooze'; title: string; done: string }

/** What is pushed to a browser, as JSON; its service worker (`web/platform/src/push-worker.js`) shows it. */
export type PushMessage = {
  /** The notification's: shown twice, it is there once. */
  id: string
  kind: Kind
  title: string
  body: string
  language: string
  /** A path of the app. */
  link: string
  /** The open task that it is about, and its due day when this was sent: one that repeats may have moved on. */
  task?: { id: string; dueOn: string | null }
  actions: PushAction[]
  failed: string
}

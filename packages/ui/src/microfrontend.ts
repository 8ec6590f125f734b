import type { MessageDescriptor } from '@lingui/core'
import type { ComponentType, ReactNode } from 'react'

/** What the shell must know of a microfrontend: the default export of its `src/manifest.tsx`. */
export type Microfrontend = {
  /** The folder under `web/`, such as `task-management`. */
  name: string
  routes: Page[]
  navigation: NavigationEntry[]
  commands: Command[]
  /** Its own part of the navigation, under the entries (lists, labels). */
  sidebar?: ComponentType
  /** Hosted by the shell on every page; opens on `openQuickAdd` of `events.ts`. */
  quickAdd?: ComponentType
}

export type Page = {
  /** A path of react-router from the root: `/tasks/*`. The component draws its own routes below it. */
  path: string
  /** Made by `lazyPage`, so that a page that could not be loaded can be tried again. */
  component: ComponentType & { retry?: () => void }
}

export type NavigationEntry = {
  to: string
  label: MessageDescriptor
  /** A lucide icon. */
  icon: ReactNode
  /** Small comes first. Inbox 10, Today 20, Upcoming 30, Overview 40, Administration 80, Profile 90. */
  order: number
  /** A hook that answers the number beside the entry; 0 shows none. */
  useCount?: () => number
  /** Its place in the bottom bar of a phone: Today 1, Inbox 2, Overview 3. Without it, it stands under More. */
  onPhone?: number
  /** The letter after `g` that goes there. */
  goKey?: string
  /** Shown to administrators alone. */
  administrators?: true
}

/** A line of the command palette. */
export type Command = {
  id: string
  label: MessageDescriptor
  group: MessageDescriptor
  icon?: ReactNode
  /** Its shortcut, shown beside it; registering it is the microfrontend's own affair. */
  keys?: string
  /** Whether it makes sense on the page at that path; on every page without it. */
  fitsPage?: (path: string) => boolean
  run(navigate: (to: string) => void): void
}

import { createContext, type RefObject, useContext } from 'react'
import type { Acts } from '../acts/acts.ts'
import type { Group } from '../lines/group.ts'
import type { Selection } from '../selection/selection.ts'

export type PopupKind = 'due' | 'repeat' | 'labels' | 'move' | 'assignee' | 'reminders' | 'more'

/** What the rows of one page share. It never changes while the page is shown, so that no row renders because of it. */
export type Scope = {
  selection: Selection
  acts: Acts
  /** Opens a task's details beside the page, ready to add a subtask if asked to; without an id closes them. */
  open(id?: string, ready?: 'subtask'): void
  /** Opens a menu or a field for some tasks, at an element. */
  popup(kind: PopupKind, ids: string[], anchor: Element): void
  /** Opens quick add at the end of a group; without one closes it. */
  add(groupId?: string): void
  /** The groups as they are shown now, for drops and moves. */
  groups: RefObject<readonly Group[]>
}

export const ScopeContext = createContext<Scope | null>(null)

export function useScope(): Scope {
  const scope = useContext(ScopeContext)
  if (!scope) throw new Error('a task row needs a page around it')
  return scope
}

/** How the rows of a page look. Changes seldom, and then all rows render. */
export type RowLook = {
  /** Names the list on each row, where a page mixes lists. */
  showList: boolean
  /** Rows can be dragged to another place. */
  movable: boolean
}
export const LookContext = createContext<RowLook>({ showList: false, movable: false })
export const useLook = () => useContext(LookContext)

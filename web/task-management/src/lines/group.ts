import type { Task } from '@doable/contracts/task'

/** What a task added at a place starts with. */
export type Defaults = {
  listId?: string
  sectionId?: string
  parentId?: string
  dueOn?: string
  /** `HH:MM`, with a day alone. */
  dueTime?: string
  labels?: readonly string[]
  priority?: number
  assigneeId?: string
}

export type Heading =
  | { kind: 'section'; sectionId: string }
  | { kind: 'day'; day: string }
  | { kind: 'today' }
  | { kind: 'overdue' }
  | { kind: 'completed' }
  | { kind: 'priority'; priority: number }
  | { kind: 'label'; name: string }
  | { kind: 'list'; listId: string }
  | { kind: 'person'; personId: string }
  /** A pane of a query: its text, and how many of its tasks stand further up. */
  | { kind: 'pane'; text: string; above: number }
  | { kind: 'lacking'; what: 'date' | 'label' | 'assignee' }

/** What a task gets that is moved into a group: a place in a list, or the value that its tasks share; null takes it away. */
export type Into =
  | { listId: string; sectionId: string | null }
  | { dueOn: string | null }
  | { priority: number }
  | { label: string | null }
  | { assigneeId: string | null }

/** A stretch of a page under one heading: a section, a day, what is overdue. A column on a board. */
export type Group = {
  id: string
  heading?: Heading
  /** The day of all its tasks, so that rows need not say it again. */
  day?: string
  /** The tasks at the top, in the order in which they are shown. */
  tasks: readonly Task[]
  /** Draws an "Add task" line at the end and says what it starts with. */
  add?: Defaults
  /** Tasks can be moved here from other groups. */
  into?: Into
  /** While it is empty it is there only to be dropped into: as a column. */
  spare?: boolean
}

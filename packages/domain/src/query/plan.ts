import type { Name } from './ast.ts'

/**
 * A query with its names looked up and its days reckoned, for one person at one moment. It is what both evaluators work on:
 * `compile.ts` makes a function of it, the server SQL. Days are `YYYY-MM-DD`, instants UTC ISO; `from` is included, `before`
 * is not, null is no bound.
 */
export type Plan = {
  /** Lists in use: a query shows tasks of these that are not in the trash, and no others. */
  lists: readonly string[]
  panes: readonly Condition[]
}
export type Range = { from: string | null; before: string | null }

export type Condition =
  | { kind: 'and' | 'or'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  /** Every task, or none. */
  | { kind: 'constant'; value: boolean }
  /** Completed as it stands: `completedAt` is not null. */
  | { kind: 'done' }
  | { kind: 'list'; ids: readonly string[] }
  /** Of the sections that are not in the trash; null: in none of them. */
  | { kind: 'section'; ids: readonly string[] | null }
  /** Has such a label (`matcher` of names.ts says which words are); null: has none at all. */
  | { kind: 'label'; name: Name | null }
  | { kind: 'priority'; priority: 1 | 2 | 3 | 4 }
  /** A due in a zone of its own counts on the day it has in the zone of the person. Never both bounds null. */
  | ({ kind: 'day'; field: 'due' | 'deadline' | 'start' } & Range)
  /** Has no such day. */
  | { kind: 'undated'; field: 'due' | 'deadline' | 'start' }
  /** Has no due time. */
  | { kind: 'untimed' }
  | ({ kind: 'created' } & Range)
  /** Was completed then, or an occurrence of it was (skipped ones and those taken back do not count). */
  | ({ kind: 'completed' } & Range)
  | { kind: 'recurring' }
  | { kind: 'subtask' }
  /** Has a subtask that is not in the trash, right below it. */
  | { kind: 'parent' }
  /** Assigned to one of them; null: to nobody. */
  | { kind: 'assignee'; ids: readonly string[] | null }
  | { kind: 'creator'; ids: readonly string[] }
  /** Folded words, each of them in the title, the notes or a comment. None: no task. */
  | { kind: 'search'; words: readonly string[] }

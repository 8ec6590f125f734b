import type { Comment } from '@doable/contracts/comment'
import type { Completion } from '@doable/contracts/completion'
import type { Filter } from '@doable/contracts/filter'
import type { Label } from '@doable/contracts/label'
import type { List, Section } from '@doable/contracts/list'
import type { Changes } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import type { PageView } from '@doable/contracts/view'

/** The kinds of rows a person's browser knows. A new one begins here; what lacks it then no longer compiles. */
export type RowOf = {
  tasks: Task
  lists: List
  sections: Section
  labels: Label
  filters: Filter
  /** What became of occurrences of repeating tasks, by `<task>:<day>`. */
  completions: Completion
  comments: Comment
  /** How the person looks at pages, by page. */
  views: PageView
}
export type Kind = keyof RowOf
export type Rows = { [K in Kind]: Map<string, RowOf[K]> }

/** How the disk keeps a kind: what there can be much of in many records by id, what there is little of in one. */
const keeping = {
  tasks: 'buckets',
  lists: 'whole',
  sections: 'whole',
  labels: 'whole',
  filters: 'whole',
  completions: 'buckets',
  comments: 'buckets',
  views: 'whole',
} as const satisfies { [K in Kind]: 'buckets' | 'whole' }
type KeptIn<W> = { [K in Kind]: (typeof keeping)[K] extends W ? K : never }[Kind]
export type BucketKind = KeptIn<'buckets'>
export type WholeKind = KeptIn<'whole'>

export const kinds = Object.keys(keeping) as readonly Kind[]
const isWhole = (kind: Kind): kind is WholeKind => keeping[kind] === 'whole'
export const wholeKinds = kinds.filter(isWhole)
export const bucketKinds = kinds.filter((kind): kind is BucketKind => !isWhole(kind))

/** The kind of what an operation's name begins with. */
export const kindOf = {
  task: 'tasks',
  list: 'lists',
  section: 'sections',
  label: 'labels',
  comment: 'comments',
  filter: 'filters',
  view: 'views',
} as const
export type Noun = keyof typeof kindOf

/** Something for each kind. */
export const byKind = <T extends { [K in Kind]: unknown }>(make: <K extends Kind>(kind: K) => T[K]): T =>
  Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as T

export const noRows = (): Rows => byKind<Rows>(() => new Map())
export const noChanges = (): Changes => ({
  ...byKind<{ [K in Kind]: RowOf[K][] }>(() => []),
  goneTasks: [],
  goneLists: [],
})

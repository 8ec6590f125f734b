import type { Task } from '@doable/contracts/task'
import type { Now, Weekday } from '@doable/domain/calendar'
import type { QueryWorld } from '@doable/domain/query/compile'
import type { QueryContext } from '@doable/domain/query/context'
import { parseQuery } from '@doable/domain/query/parse'
import { doneByTask } from './completion-selectors.ts'
import { activeLists } from './list-selectors.ts'
import { memo } from './memo.ts'
import { type Moment, RunningQuery } from './running-query.ts'
import { hayIn } from './search-selectors.ts'
import { shownTasks } from './selectors.ts'
import type { View } from './view.ts'

type Tasks = readonly Task[]
/** Who asks, and when. */
export type Asking = { me: string; now: Now; weekStart: Weekday; language: string }

const keyOf = ({ me, now, weekStart, language }: Asking) =>
  `${now.day} ${now.zone} ${weekStart} ${language} ${me}`

const contexts = memo<QueryContext>()
/** What the names and days of a query mean here. */
export const queryContext = (view: View, asking: Asking): QueryContext => {
  const lists = activeLists(view)
  const { sections } = view
  return contexts([lists, sections], keyOf(asking), () => {
    const people = new Map(lists.flatMap(({ members }) => members).map((member) => [member.id, member]))
    const used = [...sections.values()].filter(({ trashedAt }) => trashedAt === null)
    return { ...asking, lists, sections: used, people: [...people.values()] }
  })
}

const parents = memo<ReadonlySet<string>>()
const withSubtasks = ({ tasks }: View) =>
  parents([tasks], '', () => {
    const ids = [...tasks.values()].map(({ parentId, trashedAt }) => (trashedAt === null ? parentId : null))
    return new Set(ids.filter((id) => id !== null))
  })

const worlds = memo<QueryWorld>()
const worldOf = (view: View): QueryWorld =>
  worlds([view.tasks, view.completions, view.comments], '', () => ({
    hasSubtasks: (id) => withSubtasks(view).has(id),
    completions: (id) => doneByTask(view).get(id) ?? never,
    haystack: (task) => {
      const hay = hayIn(view, task)
      return hay.comments ? { title: hay.title, notes: `${hay.notes}\n${hay.comments}` } : hay
    },
  }))
const never: readonly string[] = []

/** So many queries are kept running; those of a navigation and of one who types. */
const most = 200
type Running = { context: QueryContext; queries: Map<string, RunningQuery | null> }
let running: Running | undefined

/** The running query of a text; null for a text that is none. All begin anew when what names and days mean has changed. */
function runningQuery(text: string, context: QueryContext): RunningQuery | null {
  if (running?.context !== context) running = { context, queries: new Map() }
  const { queries } = running
  const known = queries.get(text)
  if (known !== undefined) return known
  const parsed = parseQuery(text)
  const made = 'query' in parsed ? new RunningQuery(parsed.query, context) : null
  if (queries.size >= most) queries.delete(queries.keys().next().value ?? '')
  queries.set(text, made)
  return made
}

const momentOf = (view: View): Moment => ({
  tasks: shownTasks(view),
  completions: view.completions,
  comments: view.comments,
  world: worldOf(view),
})

/** What a query's text shows: the tasks of each of its panes, in no particular order. Undefined for a text that is no query. */
export const panesOf = (view: View, text: string, asking: Asking): readonly Tasks[] | undefined =>
  runningQuery(text, queryContext(view, asking))?.at(momentOf(view))

const openIn = new WeakMap<readonly Tasks[], number>()
function openTasksIn(panes: readonly Tasks[]): number {
  const known = openIn.get(panes)
  if (known !== undefined) return known
  let count = 0
  for (const { completedAt } of new Set(panes.flat())) if (completedAt === null) count++
  openIn.set(panes, count)
  return count
}

/** How many open tasks a query shows, each counted once. */
export function countOfQuery(view: View, text: string, asking: Asking): number {
  const query = runningQuery(text, queryContext(view, asking))
  const panes = query?.at(momentOf(view)) ?? []
  return query?.plain ? (panes[0]?.length ?? 0) : openTasksIn(panes)
}

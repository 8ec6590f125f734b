import type { Task } from '@doable/contracts/task'
import type { Expression, Query } from '@doable/domain/query/ast'
import { compileQuery, type Predicate, type QueryWorld } from '@doable/domain/query/compile'
import type { QueryContext } from '@doable/domain/query/context'
import { differences } from './difference.ts'

type Tasks = readonly Task[]
/** The tasks of a moment, and what is known around them then. */
export type Moment = { tasks: Tasks; world: QueryWorld }

/**
 * Whether a part of a query asks about more than the task itself: its subtasks, what was said about it, or when occurrences
 * of it were completed.
 */
function looksAround(part: Expression): boolean {
  if (part.kind === 'and' || part.kind === 'or') return part.of.some(looksAround)
  if (part.kind === 'not') return looksAround(part.of)
  if (part.kind === 'search') return true
  return part.kind === 'flag' ? part.flag === 'parent' : part.kind === 'day' && part.field === 'completed'
}

const changes = differences<Task>()

/**
 * What a query shows, carried from one moment to the next: after a change only the tasks that changed are asked about again,
 * unless the query looks around. The arrays stay the same where nothing of theirs changed, and are in no particular order.
 */
export class RunningQuery {
  readonly #shows: readonly Predicate[]
  readonly #looksAround: boolean
  #world: QueryWorld | undefined
  #before: Moment | undefined
  #panes: readonly Tasks[] = []

  constructor(query: Query, context: QueryContext) {
    const world: QueryWorld = {
      hasSubtasks: (id) => this.#world?.hasSubtasks(id) ?? false,
      completions: (id) => this.#world?.completions(id) ?? [],
      haystack: (task) => this.#world?.haystack(task) ?? { title: '', notes: '' },
    }
    this.#shows = compileQuery(query, context, world)
    this.#looksAround = query.panes.some(looksAround)
  }

  /** The tasks of each pane. */
  at(moment: Moment): readonly Tasks[] {
    const before = this.#before
    if (before && this.#holds(before, moment)) return this.#panes
    this.#world = moment.world
    this.#panes =
      before && !this.#looksAround
        ? this.#carried(before.tasks, moment.tasks)
        : this.#shows.map((shows) => moment.tasks.filter(shows))
    this.#before = moment
    return this.#panes
  }

  #holds(before: Moment, { tasks, world }: Moment): boolean {
    return before.tasks === tasks && (before.world === world || !this.#looksAround)
  }

  #carried(before: Tasks, after: Tasks): readonly Tasks[] {
    const { gone, come } = changes(before, after)
    const panes = this.#shows.map((shows, at) => {
      const pane = this.#panes[at] ?? []
      const more = come.filter(shows)
      if (more.length === 0 && !pane.some((task) => gone.has(task))) return pane
      return [...pane.filter((task) => !gone.has(task)), ...more]
    })
    return panes.every((pane, at) => pane === this.#panes[at]) ? this.#panes : panes
  }
}

import type { Task } from '@doable/contracts/task'
import type { Expression, Query } from '@doable/domain/query/ast'
import { compileQuery, type Predicate, type QueryWorld } from '@doable/domain/query/compile'
import type { QueryContext } from '@doable/domain/query/context'
import { asksAboutCompletion } from '@doable/domain/query/resolve'
import { differences } from './difference.ts'

type Tasks = readonly Task[]
/** The tasks of a moment, what is known around them then, and what that is made of. */
export type Moment = { tasks: Tasks; completions: unknown; comments: unknown; world: QueryWorld }
/** What a query asks about besides the task itself. */
type Around = 'subtasks' | 'completions' | 'comments'

function* around(part: Expression): Generator<Around> {
  if (part.kind === 'and' || part.kind === 'or') for (const each of part.of) yield* around(each)
  else if (part.kind === 'not') yield* around(part.of)
  else if (part.kind === 'flag' && part.flag === 'parent') yield 'subtasks'
  else if (part.kind === 'day' && part.field === 'completed') yield 'completions'
  else if (part.kind === 'search') yield 'comments'
}

const changes = differences<Task>()

/** Up to so many are looked for one by one, which costs less than asking every task whether it is one of them. */
const few = 20

/** The tasks without those that are gone; the very same array where none of them was in it. */
function without(tasks: Tasks, gone: ReadonlySet<Task>): Tasks {
  if (gone.size > few)
    return tasks.some((task) => gone.has(task)) ? tasks.filter((task) => !gone.has(task)) : tasks
  let rest = tasks
  for (const task of gone) {
    const at = rest.indexOf(task)
    if (at >= 0) rest = rest.toSpliced(at, 1)
  }
  return rest
}

/**
 * What a query shows, carried from one moment to the next: after a change only the tasks that changed are asked about again,
 * unless what the query asks about around them changed too. The arrays stay the same where nothing of theirs changed, and are in no particular order.
 */
export class RunningQuery {
  readonly #shows: readonly Predicate[]
  readonly #around: ReadonlySet<Around>
  /** It has one pane, and shows open tasks only. */
  readonly plain: boolean
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
    this.plain = query.panes.length === 1 && !query.panes.some(asksAboutCompletion)
    this.#around = new Set(query.panes.flatMap((pane) => [...around(pane)]))
  }

  /** The tasks of each pane. */
  at(moment: Moment): readonly Tasks[] {
    const before = this.#before
    const same = before !== undefined && this.#sameAround(before, moment)
    if (same && before.tasks === moment.tasks) return this.#panes
    this.#world = moment.world
    this.#panes = same
      ? this.#carried(before.tasks, moment.tasks)
      : this.#shows.map((shows) => moment.tasks.filter(shows))
    this.#before = moment
    return this.#panes
  }

  #sameAround(before: Moment, now: Moment): boolean {
    if (this.#around.has('subtasks') && before.tasks !== now.tasks) return false
    if (this.#around.has('completions') && before.completions !== now.completions) return false
    return !this.#around.has('comments') || before.comments === now.comments
  }

  #carried(before: Tasks, after: Tasks): readonly Tasks[] {
    const { gone, come } = changes(before, after)
    const panes = this.#shows.map((shows, at) => {
      const rest = without(this.#panes[at] ?? [], gone)
      const more = come.filter(shows)
      return more.length === 0 ? rest : [...rest, ...more]
    })
    return panes.every((pane, at) => pane === this.#panes[at]) ? this.#panes : panes
  }
}

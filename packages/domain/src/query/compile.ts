import type { Task } from '@doable/contracts/task'
import type { Name, Query } from './ast.ts'
import type { QueryContext } from './context.ts'
import { matcher } from './names.ts'
import type { Condition, Range } from './plan.ts'
import { resolveQuery } from './resolve.ts'
import { dueWithin, within } from './within.ts'

/** What a browser knows around its tasks. */
export type QueryWorld = {
  /** Whether there is a subtask right below a task that is not in the trash. */
  hasSubtasks(id: string): boolean
  /** When occurrences of a task were completed; neither skipped ones nor what was taken back. */
  completions(id: string): readonly string[]
  /** The text of a task, folded, `notes` with all that was said about it; folding it for every search would be most of the work. */
  haystack(task: Task): { title: string; notes: string }
}
export type Predicate = (task: Task) => boolean

const always: Predicate = () => true
const never: Predicate = () => false

/** Words are few and on many tasks: each is compared once. */
function labelled(name: Name | null): Predicate {
  if (name === null) return ({ labels }) => labels.length === 0
  const matches = matcher(name)
  const known = new Map<string, boolean>()
  const has = (label: string) => {
    const seen = known.get(label)
    if (seen !== undefined) return seen
    const fits = matches(label)
    known.set(label, fits)
    return fits
  }
  return ({ labels }) => labels.length > 0 && labels.some(has)
}

function among(ids: readonly string[], id: (task: Task) => string | null): Predicate {
  const [only] = ids
  if (only === undefined) return never
  if (ids.length === 1) return (task) => id(task) === only
  const known = new Set<string | null>(ids)
  return (task) => known.has(id(task))
}

function searching(words: readonly string[], { haystack }: QueryWorld): Predicate {
  if (words.length === 0) return never
  return (task) => {
    const { title, notes } = haystack(task)
    return words.every((word) => title.includes(word) || notes.includes(word))
  }
}

function completedIn(range: Range, { completions }: QueryWorld): Predicate {
  const fits = within(range)
  return ({ id, completedAt }) => fits(completedAt) || completions(id).some(fits)
}

function joined(of: readonly Predicate[], kind: 'and' | 'or'): Predicate {
  const [first = always, ...others] = of
  if (others.length === 0) return first
  const rest = joined(others, kind)
  return kind === 'and' ? (task) => first(task) && rest(task) : (task) => first(task) || rest(task)
}

type Setting = { due: ReturnType<typeof dueWithin>; sections: ReadonlySet<string | null>; world: QueryWorld }

function aboutPlace(
  condition: Extract<Condition, { kind: 'list' | 'section' | 'assignee' | 'creator' }>,
  { sections }: Setting,
): Predicate {
  const { kind, ids } = condition
  if (kind === 'list') return among(ids, ({ listId }) => listId)
  if (kind === 'creator') return among(ids, ({ createdBy }) => createdBy)
  if (kind === 'assignee')
    return ids === null ? ({ assigneeId }) => assigneeId === null : among(ids, ({ assigneeId }) => assigneeId)
  return ids === null ? ({ sectionId }) => !sections.has(sectionId) : among(ids, ({ sectionId }) => sectionId)
}

function aboutDays(
  condition: Extract<Condition, { kind: 'day' | 'undated' | 'untimed' | 'created' | 'completed' }>,
  { due, world }: Setting,
): Predicate {
  if (condition.kind === 'untimed') return ({ dueTime }) => dueTime === null
  if (condition.kind === 'completed') return completedIn(condition, world)
  if (condition.kind === 'undated') {
    const field = `${condition.field}On` as const
    return (task) => task[field] === null
  }
  if (condition.kind === 'day' && condition.field === 'due') return due(condition)
  const fits = within(condition)
  if (condition.kind === 'created') return ({ createdAt }) => fits(createdAt)
  return condition.field === 'start' ? ({ startOn }) => fits(startOn) : ({ deadlineOn }) => fits(deadlineOn)
}

function predicateOf(condition: Condition, setting: Setting): Predicate {
  const { world } = setting
  switch (condition.kind) {
    case 'and':
    case 'or':
      return joined(
        condition.of.map((each) => predicateOf(each, setting)),
        condition.kind,
      )
    case 'not': {
      const of = predicateOf(condition.of, setting)
      return (task) => !of(task)
    }
    case 'constant':
      return condition.value ? always : never
    case 'done':
      return ({ completedAt }) => completedAt !== null
    case 'label':
      return labelled(condition.name)
    case 'priority':
      return ({ priority }) => priority === condition.priority
    case 'search':
      return searching(condition.words, world)
    case 'recurring':
      return ({ repeatRule }) => repeatRule !== null
    case 'subtask':
      return ({ parentId }) => parentId !== null
    case 'parent':
      return ({ id }) => world.hasSubtasks(id)
    case 'list':
    case 'section':
    case 'assignee':
    case 'creator':
      return aboutPlace(condition, setting)
    default:
      return aboutDays(condition, setting)
  }
}

/**
 * A function for each pane that says whether it shows a task. Names, days and the zone are worked out here, once; the functions
 * make nothing new for a task, so that ten thousand take a few milliseconds. They hold for the moment of `context` only.
 */
export function compileQuery(query: Query, context: QueryContext, world: QueryWorld): Predicate[] {
  const { lists, panes } = resolveQuery(query, context)
  const sections = new Set<string | null>(context.sections.map(({ id }) => id))
  const inUse = new Set(lists)
  const due = dueWithin(context.now.zone)
  return panes.map((pane) => {
    const shows = predicateOf(pane, { due, sections, world })
    return (task) => task.trashedAt === null && shows(task) && inUse.has(task.listId)
  })
}

import type { Condition } from './plan.ts'

/** What a query plainly asks of each of its tasks; what it leaves open is left out. */
export type Asked = {
  /** It must be of one of these. */
  listIds?: readonly string[]
  /** It must be in one of these. */
  sectionIds?: readonly string[]
  labels: readonly string[]
  priority?: 1 | 2 | 3 | 4
  /** `YYYY-MM-DD`: of the days it may be due, the first from today on. */
  dueOn?: string
  assigneeIds?: readonly string[]
}

/** What must hold all at once. */
function* parts(condition: Condition): Generator<Condition> {
  if (condition.kind === 'and') for (const each of condition.of) yield* parts(each)
  else yield condition
}

type Days = { from: string | null; before: string | null }

const later = (a: string | null, b: string | null) => (a !== null && (b === null || a > b) ? a : b)
const sooner = (a: string | null, b: string | null) => (a !== null && (b === null || a < b) ? a : b)

function dayIn({ from, before }: Days, today: string): string | undefined {
  const day = later(from, today) ?? today
  return before === null || day < before ? day : undefined
}

const isDay = (each: Condition): boolean =>
  each.kind === 'day' || (each.kind === 'or' && each.of.every(isDay))

/** The first day from today on that one of them allows to be due. */
const dayOfEither = (of: readonly Condition[], today: string): string | undefined =>
  of
    .map((each) => {
      if (each.kind === 'or') return dayOfEither(each.of, today)
      return each.kind === 'day' && each.field === 'due' ? dayIn(each, today) : undefined
    })
    .filter((day) => day !== undefined)
    .sort()[0]

function dueOf(all: readonly Condition[], today: string): string | undefined {
  const dues = all.filter((each) => each.kind === 'day').filter(({ field }) => field === 'due')
  if (dues.length === 0) {
    const either = all.find((each) => each.kind === 'or' && isDay(each))
    return either && dayOfEither([either], today)
  }
  const span = dues.reduce<Days>(
    (so, { from, before }) => ({ from: later(so.from, from), before: sooner(so.before, before) }),
    { from: null, before: null },
  )
  return dayIn(span, today)
}

/** The ids that all of them allow. */
const common = (sets: readonly (readonly string[])[]) =>
  sets.reduce((left, right) => left.filter((id) => right.includes(id)))

/**
 * What a task must have to be shown by a pane, as far as the pane says so plainly: in parts that all must hold. Nothing is read
 * into alternatives, but for those of days, nor into what it excludes. Undefined for a pane of completed tasks.
 * @param today `YYYY-MM-DD`, where the person is
 */
export function askedBy(pane: Condition, today: string): Asked | undefined {
  const all = [...parts(pane)]
  if (all.some(({ kind }) => kind === 'done' || kind === 'completed')) return undefined
  const lists = all.filter((each) => each.kind === 'list').map(({ ids }) => ids)
  const sections = all.filter((each) => each.kind === 'section').flatMap(({ ids }) => (ids ? [ids] : []))
  const people = all.filter((each) => each.kind === 'assignee').flatMap(({ ids }) => (ids ? [ids] : []))
  const priority = all.find((each) => each.kind === 'priority')?.priority
  const dueOn = dueOf(all, today)
  const words = all.filter((each) => each.kind === 'label').map(({ name }) => name)
  return {
    ...(lists.length > 0 && { listIds: common(lists) }),
    ...(sections.length > 0 && { sectionIds: common(sections) }),
    labels: words.flatMap((name) => (name?.length === 1 ? name : [])),
    ...(priority && { priority }),
    ...(dueOn && { dueOn }),
    ...(people.length > 0 && { assigneeIds: common(people) }),
  }
}

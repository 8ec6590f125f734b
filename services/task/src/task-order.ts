import type { TaskSort } from '@doable/contracts/task-query'
import type { Dialect } from '@doable/service-kit/database'
import { day, instant } from '@doable/service-kit/rows'

type Kind = 'number' | 'text' | 'day' | 'instant'
/** What a sort compares, one after the other; each orders alike in both engines and is never null. */
export type SortKey = { sql: string; kind: Kind; down?: true }
export type Value = number | string

/** Stand for "none", so that what has no day or no time comes last; digits sort alike everywhere. */
export const noDay = '9999-12-31'
export const noTime = '99:99'

const text = (sql: string): SortKey => ({ sql, kind: 'text' })
const number = (sql: string): SortKey => ({ sql, kind: 'number' })
const priority = number('t.priority')
const dueDay: SortKey = { sql: `COALESCE(t.dueOn, '${noDay}')`, kind: 'day' }
const dueTime = text(`COALESCE(t.dueTime, '${noTime}')`)
const own = [text('t.position'), text('t.id')]
const pressing = number('CASE WHEN t.dueOn IS NULL THEN 2 WHEN t.dueOn <= $today THEN 0 ELSE 1 END')
const pressingPriority = number('CASE WHEN t.dueOn <= $today THEN t.priority ELSE 0 END')

/** The orders of `domain/sorting`, said in SQL. Equals keep the person's own order, and the id comes last. */
export const sortKeys: Record<TaskSort, readonly SortKey[]> = {
  smart: [pressing, pressingPriority, dueDay, priority, dueTime, ...own],
  priority: [priority, dueDay, dueTime, ...own],
  date: [dueDay, dueTime, priority, ...own],
  order: own,
  title: [text('t.titleKey'), ...own],
  created: [{ sql: 't.createdAt', kind: 'instant', down: true }, ...own],
}

/** Whether an order depends on which day a task falls on. */
export const byDay = (sort: TaskSort): boolean => sortKeys[sort].includes(dueDay)

const read: Record<Kind, (stored: unknown) => Value> = {
  number: Number,
  text: String,
  day: (stored) => day(stored) ?? noDay,
  instant,
}

/** The values a row was sorted by, from its columns `k0`, `k1`, ... */
export const valuesOf = (sort: TaskSort, row: Record<string, unknown>): Value[] =>
  sortKeys[sort].map(({ kind }, at) => read[kind](row[`k${at}`]))

export type Placed = { id: string; position: string; priority: number; day: string; time: string }

/** The same for a task whose day and time are known from elsewhere. */
export function valuesFor(sort: TaskSort, task: Placed, today: string): Value[] {
  const { id, position, priority, day, time } = task
  const late = day <= today
  if (sort === 'smart') return [late ? 0 : 1, late ? priority : 0, day, priority, time, position, id]
  if (sort === 'priority') return [priority, day, time, position, id]
  return [day, time, priority, position, id]
}

/** Negative when `a` comes before `b`. */
export function compareValues(sort: TaskSort, a: readonly Value[], b: readonly Value[]): number {
  for (const [at, { down }] of sortKeys[sort].entries()) {
    const [first, second] = [a[at] as Value, b[at] as Value]
    if (first !== second) return first < second === !down ? -1 : 1
  }
  return 0
}

/** `t.title AS k0, ...` */
export const keyColumns = (sort: TaskSort): string =>
  sortKeys[sort].map(({ sql }, at) => `${sql} AS k${at}`).join(', ')

export const orderBy = (sort: TaskSort, table: string): string =>
  `ORDER BY ${sortKeys[sort].map(({ down }, at) => `${table}.k${at}${down ? ' DESC' : ''}`).join(', ')}`

/** The condition for what comes after the values bound as `$c0`, `$c1`, ...: neither engine needs row values for it. */
export function afterBound(sort: TaskSort): string {
  const keys = sortKeys[sort]
  return keys.reduceRight((rest, { down }, at) => {
    const beyond = `k${at} ${down ? '<' : '>'} $c${at}`
    return rest ? `(${beyond} OR (k${at} = $c${at} AND ${rest}))` : beyond
  }, '')
}

export function boundAfter(sort: TaskSort, values: readonly Value[]): Record<string, unknown> {
  const asBound = (value: Value, at: number) =>
    sortKeys[sort][at]?.kind === 'instant' ? new Date(value) : value
  return Object.fromEntries(values.map((value, at) => [`c${at}`, asBound(value, at)]))
}

/** One page of tasks in order, `$rows` of them, each with its `k` columns. `columns` of `Tasks t` are read for the rows of the page only. */
export function pageOf(dialect: Dialect, sort: TaskSort, columns: string, where: string, after: boolean) {
  const keys = sortKeys[sort].map((_, at) => `p.k${at}`).join(', ')
  const sorted = `SELECT t.id AS keyId, ${keyColumns(sort)} FROM Tasks t WHERE ${where}`
  const next = after ? `WHERE ${afterBound(sort)}` : ''
  const page = `SELECT * FROM (${sorted}) s ${next} ${orderBy(sort, 's')} ${dialect.first('$rows')}`
  return `SELECT ${columns}, ${keys} FROM (${page}) p JOIN Tasks t ON t.id = p.keyId ${orderBy(sort, 'p')}`
}

import type { Task } from '@doable/contracts/task'
import type { TaskQuery } from '@doable/contracts/task-query'
import { dueIn } from '@doable/domain/due'
import { resolveQuery } from '@doable/domain/query/resolve'
import { day } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { readCursor, writeCursor } from './page-cursor.ts'
import { askingOf } from './query-context.ts'
import { judgedOf } from './query-fixed.ts'
import { leafSql } from './query-leaf.ts'
import { foundInTurns, isSlow } from './query-slow.ts'
import { Bindings } from './query-sql.ts'
import { readQuery } from './query-text.ts'
import { asksForDue, type Tree, together } from './query-tree.ts'
import { conditionOf, type Wanted } from './task-filter.ts'
import {
  boundAfter,
  byDay,
  compareValues,
  keyColumns,
  noTime,
  pageOf,
  type Value,
  valuesFor,
  valuesOf,
} from './task-order.ts'
import { readTasks, type StoredTask, taskColumns, taskOf } from './task-rows.ts'
import { searched, searchOf } from './task-search.ts'

type Placed = { id: string; values: Value[]; task?: Task }
/** Who asks for what, in which zone, and on which day the paging began. */
type View = {
  platform: Platform
  me: string
  asked: TaskQuery
  zone: string
  today: string
  wanted: Wanted
  daysMatter: boolean
}

/**
 * A page of the tasks a person sees, with the cursor of the next.
 * @throws 404 for a list, section or task out of sight, 400 `bad-cursor`, `bad-query`, `too-many-words`
 */
export async function taskPage(platform: Platform, me: string, asked: TaskQuery) {
  const place = readCursor(me, asked)
  const view = await viewOf(platform, me, asked, place?.today)
  const { sort, limit } = asked
  const all = await fromDatabase(view, place?.values)
  if (view.daysMatter) all.push(...(await fixed(view, place?.values)))
  all.sort((a, b) => compareValues(sort, a.values, b.values))
  const page = all.slice(0, limit)
  const last = all.length > limit ? page.at(-1) : undefined
  const next = last ? writeCursor(me, asked, { today: view.today, values: last.values }) : null
  return { items: await withTasks(platform, page), next }
}

async function viewOf(platform: Platform, me: string, asked: TaskQuery, day?: string): Promise<View> {
  const filter = asked.filter === undefined ? undefined : readQuery(asked.filter, '/filter')
  const search = searchOf(asked)
  const { zone, contextOn } = await askingOf(platform, me, asked, filter)
  const context = contextOn(platform.clock.now().toISOString(), day)
  const query: Tree = {
    kind: 'and',
    of: [...(search ? [search] : []), ...(filter ? [together(resolveQuery(filter, context))] : [])],
  }
  const light = isSlow(query)
  const found = await searched(platform, me, asked, { query, light })
  const wanted = light ? await foundInTurns(platform, me, asked, query, found, zone) : { query, found }
  const { sort, dueFrom, dueTo } = asked
  const daysMatter = byDay(sort) || dueFrom !== undefined || dueTo !== undefined || asksForDue(wanted.query)
  return { platform, me, asked, zone, today: context.now.day, wanted, daysMatter }
}

async function fromDatabase(view: View, after: Value[] | undefined): Promise<Placed[]> {
  const { platform, me, asked, today, wanted, daysMatter } = view
  const { db, dialect } = platform
  const { where, bind } = conditionOf(dialect, me, asked, daysMatter ? 'floating' : 'all', wanted)
  const sql = pageOf(dialect, asked.sort, taskColumns(dialect), where, after !== undefined)
  const bound = { ...bind, today, rows: asked.limit + 1, ...(after && boundAfter(asked.sort, after)) }
  const rows = await db.query<StoredTask>(sql, { bind: bound, type: QueryTypes.SELECT })
  return rows.map((row) => {
    const task = taskOf(row)
    return { id: task.id, values: valuesOf(asked.sort, row), task }
  })
}

type FixedRow = Record<'id' | 'position' | 'dueTime' | 'dueTimeZone', string> & {
  priority: number
  dueOn: unknown
}

/**
 * Tasks due at a time in a zone of their own fall on a day that only the calendar of the person's zone knows, which no
 * database does. They are few; their places are worked out here and joined with the rest.
 */
async function fixed({ platform, me, asked, zone, today, wanted }: View, after?: Value[]): Promise<Placed[]> {
  const { dialect } = platform
  const { sort, dueFrom = '', dueTo = '~' } = asked
  const { where, bind } = conditionOf(dialect, me, asked, 'fixed', wanted)
  const { bind: named, values: more } = new Bindings('w')
  const leaf = leafSql({ dialect, bind: named, days: 'exact', found: wanted.found })
  const { columns, test } = judgedOf(wanted.query, leaf)
  const basic = 't.id, t.position, t.priority, t.dueOn, t.dueTime, t.dueTimeZone'
  const sql = `SELECT ${[basic, keyColumns(sort), ...columns].join(', ')} FROM Tasks t WHERE ${where}`
  const bound = { ...bind, ...more, today }
  const rows = await platform.db.query<FixedRow>(sql, { bind: bound, type: QueryTypes.SELECT })
  const found = rows.flatMap((row) => {
    const due = dueIn({ ...row, dueOn: day(row.dueOn) }, zone)
    if (!due || due.day < dueFrom || due.day > dueTo || !test(row, due.day)) return []
    const placed = { ...row, day: due.day, time: due.time ?? noTime }
    const values = byDay(sort) ? valuesFor(sort, placed, today) : valuesOf(sort, row)
    return [{ id: row.id, values }]
  })
  return after ? found.filter(({ values }) => compareValues(sort, values, after) > 0) : found
}

async function withTasks(platform: Platform, page: Placed[]): Promise<Task[]> {
  const missing = page.filter(({ task }) => !task).map(({ id }) => id)
  const where = `Tasks t WHERE t.id IN ${platform.dialect.idsIn('$ids')}`
  const read = missing.length ? await readTasks(platform, where, { ids: JSON.stringify(missing) }) : []
  const byId = new Map(read.map((task) => [task.id, task]))
  return page.flatMap(({ id, task }) => task ?? byId.get(id) ?? [])
}

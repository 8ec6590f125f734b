import type { Task } from '@doable/contracts/task'
import type { TaskQuery } from '@doable/contracts/task-query'
import { today } from '@doable/domain/calendar'
import { dueIn } from '@doable/domain/due'
import { problem } from '@doable/service-kit/problem'
import { day } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { readCursor, writeCursor } from './page-cursor.ts'
import { conditionOf } from './task-filter.ts'
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
import { searched } from './task-search.ts'

type Found = { id: string; values: Value[]; task?: Task }
/** Who asks, in which zone, and on which day the paging began. */
type View = {
  platform: Platform
  me: string
  query: TaskQuery
  zone: string
  today: string
  /** The ids of what was searched for. */
  among: string[] | undefined
}

/**
 * A page of the tasks a person sees, with the cursor of the next.
 * @throws 404 for a list, section or task out of sight, 400 `bad-cursor`
 */
export async function taskPage(platform: Platform, me: string, query: TaskQuery) {
  const place = readCursor(me, query)
  const zone = await zoneOf(platform, me, query)
  const now = platform.clock.now().toISOString()
  const among = await searched(platform, me, query)
  const view: View = { platform, me, query, zone, today: place?.today ?? today(now, zone), among }
  const { sort, limit, dueFrom, dueTo } = query
  const daysMatter = byDay(sort) || dueFrom !== undefined || dueTo !== undefined
  const all = await fromDatabase(view, place?.values, daysMatter)
  if (daysMatter) all.push(...(await fixed(view, place?.values)))
  all.sort((a, b) => compareValues(sort, a.values, b.values))
  const page = all.slice(0, limit)
  const last = all.length > limit ? page.at(-1) : undefined
  const next = last ? writeCursor(me, query, { today: view.today, values: last.values }) : null
  return { items: await withTasks(platform, page), next }
}

async function fromDatabase(view: View, after: Value[] | undefined, daysMatter: boolean): Promise<Found[]> {
  const { platform, me, query, today, among } = view
  const { db, dialect } = platform
  const { where, bind } = conditionOf(dialect, me, query, daysMatter ? 'floating' : 'all', among)
  const sql = pageOf(dialect, query.sort, taskColumns(dialect), where, after !== undefined)
  const bound = { ...bind, today, rows: query.limit + 1, ...(after && boundAfter(query.sort, after)) }
  const rows = await db.query<StoredTask>(sql, { bind: bound, type: QueryTypes.SELECT })
  return rows.map((row) => {
    const task = taskOf(row)
    return { id: task.id, values: valuesOf(query.sort, row), task }
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
async function fixed({ platform, me, query, zone, today, among }: View, after?: Value[]): Promise<Found[]> {
  const { where, bind } = conditionOf(platform.dialect, me, query, 'fixed', among)
  const columns = `t.id, t.position, t.priority, t.dueOn, t.dueTime, t.dueTimeZone, ${keyColumns(query.sort)}`
  const sql = `SELECT ${columns} FROM Tasks t WHERE ${where}`
  const rows = await platform.db.query<FixedRow>(sql, { bind: { ...bind, today }, type: QueryTypes.SELECT })
  const found = rows.flatMap((row) => {
    const due = dueIn({ ...row, dueOn: day(row.dueOn) }, zone)
    if (!due || due.day < (query.dueFrom ?? '') || due.day > (query.dueTo ?? '~')) return []
    const placed = { ...row, day: due.day, time: due.time ?? noTime }
    const values = byDay(query.sort) ? valuesFor(query.sort, placed, today) : valuesOf(query.sort, row)
    return [{ id: row.id, values }]
  })
  return after ? found.filter(({ values }) => compareValues(query.sort, values, after) > 0) : found
}

async function withTasks(platform: Platform, page: Found[]): Promise<Task[]> {
  const missing = page.filter(({ task }) => !task).map(({ id }) => id)
  const where = `Tasks t WHERE t.id IN ${platform.dialect.idsIn('$ids')}`
  const read = missing.length ? await readTasks(platform, where, { ids: JSON.stringify(missing) }) : []
  const byId = new Map(read.map((task) => [task.id, task]))
  return page.flatMap(({ id, task }) => task ?? byId.get(id) ?? [])
}

const sights = {
  listId: 'SELECT COUNT(*) FROM ListMembers WHERE listId = $listId AND personId = $me',
  sectionId:
    'SELECT COUNT(*) FROM Sections s JOIN ListMembers m ON m.listId = s.listId AND m.personId = $me WHERE s.id = $sectionId',
  parentId:
    'SELECT COUNT(*) FROM Tasks p JOIN ListMembers m ON m.listId = p.listId AND m.personId = $me WHERE p.id = $parentId',
}
const unseen = { listId: 'list-not-found', sectionId: 'section-not-found', parentId: 'task-not-found' }

/** The person's zone, and a look at whether they may know of what they name. */
async function zoneOf({ db }: Platform, me: string, query: TaskQuery): Promise<string> {
  const names = (['listId', 'sectionId', 'parentId'] as const).filter((name) => query[name] !== undefined)
  const looks = names.map((name) => `, (${sights[name]}) AS ${name}`).join('')
  const sql = `SELECT (SELECT timeZone FROM People WHERE id = $me) AS zone${looks}`
  const { listId, sectionId, parentId } = query
  const bind = { me, listId, sectionId, parentId }
  const [row] = await db.query<Record<string, unknown>>(sql, { bind, type: QueryTypes.SELECT })
  // Somebody's Inbox has their id and may be asked for before it was made.
  const hidden = names.find((name) => !row?.[name] && query[name] !== me)
  if (hidden) throw problem(404, unseen[hidden])
  return String(row?.zone ?? 'UTC')
}

import { Id } from '@doable/contracts/common'
import type { HistoryEntry } from '@doable/contracts/history'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { entryOf, type ToldEvent } from './history-entry.ts'
import { oneTask } from './task-one.ts'

/** Letters of JSON on a page, beyond which it ends: notes may be long, before and after. */
const mostText = 1_000_000
/** How many looks for a page there are: most of what is told may be that a task was put in another place. */
const mostLooks = 10
const atOnce = 50

type Page = { cursor?: string | undefined; limit: number }
type Row = ToldEvent & { data: string }

/**
 * What was done to a task in the lists that the person is in, the latest first; the cursor is the last event before it.
 * @throws 404 `task-not-found`, 400 `bad-cursor`
 */
export async function historyPage(platform: Platform, me: string, taskId: string, { cursor, limit }: Page) {
  if (cursor !== undefined && !Id.safeParse(cursor).success) throw problem(400, 'bad-cursor')
  await oneTask(platform, me, taskId)
  const lists = await listsOf(platform, me)
  const items: HistoryEntry[] = []
  let after = cursor
  let text = 0
  for (let look = 0; look < mostLooks; look++) {
    const rows = await eventsOf(platform, me, taskId, after)
    for (const row of rows) {
      if (items.length === limit || text > mostText) return { items, next: after ?? null }
      const entry = entryOf(row, lists)
      after = row.id
      if (!entry) continue
      items.push(entry)
      text += row.data.length
    }
    if (rows.length < atOnce) return { items, next: null }
  }
  return { items, next: after ?? null }
}

/** What somebody may know of: the lists they are in. */
async function listsOf({ db }: Platform, me: string): Promise<ReadonlySet<string>> {
  const sql = 'SELECT listId FROM ListMembers WHERE personId = $me'
  const rows = await db.query<{ listId: string }>(sql, { bind: { me }, type: QueryTypes.SELECT })
  return new Set(rows.map(({ listId }) => listId))
}

async function eventsOf(
  { db, dialect, events }: Platform,
  me: string,
  taskId: string,
  after: string | undefined,
): Promise<Row[]> {
  const sql = `
    SELECT e.id, e.type, e.actorId, e.createdAt, e.data FROM ${events.model.tableName} e
    WHERE e.subjectId = $taskId AND e.type LIKE 'task.%' ${after === undefined ? '' : 'AND e.id < $after'}
      AND EXISTS (SELECT 1 FROM ListMembers m WHERE m.listId = e.scopeId AND m.personId = $me)
    ORDER BY e.id DESC ${dialect.first('$rows')}`
  const bind = { taskId, me, rows: atOnce, ...(after !== undefined && { after }) }
  return db.query<Row>(sql, { bind, type: QueryTypes.SELECT })
}

import type { TaskQuery } from '@doable/contracts/task-query'
import { dueIn } from '@doable/domain/due'
import { day } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { inTurn } from './in-turn.ts'
import { judgedOf } from './query-fixed.ts'
import { type Found, leafSql } from './query-leaf.ts'
import { Bindings } from './query-sql.ts'
import { lookupsIn, type Search, type Tree } from './query-tree.ts'
import { conditionOf, type Wanted } from './task-filter.ts'

/** A query that looks into other tables more often than this for each task is answered in portions. */
const fewLookups = 4
/** Lookups of one portion, a tenth of a second's work at most. */
const portion = 10_000

export const isSlow = (query: Tree): boolean => lookupsIn(query) > fewLookups

type Row = { id: string; dueOn: unknown; dueTime: string | null; dueTimeZone: string | null }

/**
 * What a slow query comes to: the tasks that it means, found in portions between which everybody else is served. A hundred
 * labels, each in parentheses of its own, would else keep the engine for seconds.
 */
export async function foundInTurns(
  platform: Platform,
  me: string,
  asked: TaskQuery,
  query: Tree,
  searched: Found,
  zone: string,
): Promise<Wanted> {
  const { db, dialect } = platform
  const { where, bind } = conditionOf(dialect, me, asked, 'near', { query, found: searched, light: true })
  const candidates = await db.query<{ id: string }>(`SELECT t.id FROM Tasks t WHERE ${where}`, {
    bind,
    type: QueryTypes.SELECT,
  })
  const size = Math.ceil(portion / lookupsIn(query))
  const found: string[] = []
  for (let at = 0; at < candidates.length; at += size) {
    const ids = candidates.slice(at, at + size).map(({ id }) => id)
    found.push(...(await inTurn(() => judge(platform, ids, query, searched, zone))))
  }
  const meant: Search = { kind: 'search', words: [] }
  return { query: meant, found: new Map([[meant, found]]) }
}

async function judge({ db, dialect }: Platform, ids: string[], query: Tree, found: Found, zone: string) {
  const { bind, values } = new Bindings('w')
  const { columns, test } = judgedOf(query, leafSql({ dialect, bind, days: 'exact', found }))
  const basic = 't.id, t.dueOn, t.dueTime, t.dueTimeZone'
  const sql = `SELECT ${[basic, ...columns].join(', ')} FROM Tasks t WHERE t.id IN ${dialect.idsIn('$ids')}`
  const rows = await db.query<Row>(sql, {
    bind: { ...values, ids: JSON.stringify(ids) },
    type: QueryTypes.SELECT,
  })
  const meant = rows.filter((row) => test(row, dueIn({ ...row, dueOn: day(row.dueOn) }, zone)?.day ?? null))
  return meant.map(({ id }) => id)
}

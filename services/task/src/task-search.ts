import type { TaskQuery } from '@doable/contracts/task-query'
import { mentionJoint } from '@doable/domain/mention'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { inTurn } from './in-turn.ts'
import type { Found } from './query-leaf.ts'
import { Bindings } from './query-sql.ts'
import { isSearch, leaves, type Search } from './query-tree.ts'
import { conditionOf, type Wanted } from './task-filter.ts'

const mostWords = 12
/** Bytes of text that one statement looks at: the engine may run in this process, where others wait for it meanwhile. */
const portion = 1024 * 1024
const titleRoom = 500
const ofTask = 'c.taskId = t.id AND c.trashedAt IS NULL'

/** What is searched for with `search`. @throws 400 `too-many-words`: each word is looked for in all that is written */
export function searchOf({ search }: TaskQuery): Search | undefined {
  if (search === undefined) return undefined
  const words = [...new Set(search.split(/\s+/))]
  if (words.length > mostWords) throw problem(400, 'too-many-words', `Search for ${mostWords} words at most.`)
  return { kind: 'search', words }
}

/** The ids of the tasks that a query may be about and that hold the words of each search in it. */
export async function searched(
  platform: Platform,
  me: string,
  asked: TaskQuery,
  wanted: Wanted,
): Promise<Found> {
  const searches = leaves(wanted.query).filter(isSearch)
  const found = new Map(searches.map((search): [Search, string[]] => [search, []]))
  if (searches.length === 0) return found
  for (const ids of await portions(platform, me, asked, wanted)) {
    const rows = await inTurn(() => holding(platform, ids, searches))
    for (const [at, search] of searches.entries())
      found.get(search)?.push(...rows.filter((row) => Number(row[`s${at}`]) === 1).map(({ id }) => id))
  }
  return found
}

/** What there is to look through, in portions of about the same size. */
async function portions(
  { db, dialect }: Platform,
  me: string,
  asked: TaskQuery,
  wanted: Wanted,
): Promise<string[][]> {
  const { where, bind } = conditionOf(dialect, me, asked, 'near', wanted)
  const said = `(SELECT COALESCE(SUM(${dialect.bytes('c.text')}), 0) FROM Comments c WHERE ${ofTask})`
  const sql = `SELECT t.id, ${dialect.bytes('t.notes')} + ${said} AS size FROM Tasks t WHERE ${where}`
  const rows = await db.query<{ id: string; size: number }>(sql, { bind, type: QueryTypes.SELECT })
  const all: string[][] = []
  let room = 0
  for (const { id, size } of rows) {
    if (room <= 0) {
      all.push([])
      room = portion
    }
    all.at(-1)?.push(id)
    room -= Number(size) + titleRoom
  }
  return all
}

type Held = { id: string } & Record<`s${number}`, unknown>

/** Which of the tasks hold any of what is searched for: 1 in the column of each search that they answer. */
async function holding(
  { db, dialect }: Platform,
  ids: string[],
  searches: readonly Search[],
): Promise<Held[]> {
  const { bind, values } = new Bindings('word')
  const saidWords = `REPLACE(c.text, ${bind(mentionJoint)}, ' ')`
  const said = `(SELECT ${dialect.joined(saidWords, ' ', 'c.createdAt')} FROM Comments c WHERE ${ofTask})`
  const text = `CONCAT(t.title, ' ', t.notes, ' ', ${said})`
  const holds = searches.map(({ words }) =>
    words.length === 0 ? '1 = 0' : dialect.contains(text, ...words.map(bind)),
  )
  const columns = holds.map((each, at) => `CASE WHEN ${each} THEN 1 ELSE 0 END AS s${at}`).join(', ')
  const sql = `SELECT t.id, ${columns} FROM Tasks t WHERE t.id IN ${dialect.idsIn('$ids')}`
  return db.query<Held>(sql, { bind: { ...values, ids: JSON.stringify(ids) }, type: QueryTypes.SELECT })
}

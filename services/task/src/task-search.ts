import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TaskQuery } from '@doable/contracts/task-query'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { conditionOf } from './task-filter.ts'

const mostWords = 12
/** Bytes of text that one statement looks at: the engine may run in this process, where others wait for it meanwhile. */
const portion = 1024 * 1024
const titleRoom = 500

/**
 * The ids of the tasks that a query may be about and that hold all its words; undefined where nothing is searched for.
 * @throws 400 `too-many-words`: each word is looked for in every title and note
 */
export async function searched(
  platform: Platform,
  me: string,
  query: TaskQuery,
): Promise<string[] | undefined> {
  if (query.search === undefined) return undefined
  const words = [...new Set(query.search.split(/\s+/))]
  if (words.length > mostWords) throw problem(400, 'too-many-words', `Search for ${mostWords} words at most.`)
  const found: string[] = []
  for (const ids of await portions(platform, me, query))
    found.push(...(await inTurn(() => holding(platform, ids, words))))
  return found
}

/** What there is to look through, in portions of about the same size. */
async function portions({ db, dialect }: Platform, me: string, query: TaskQuery): Promise<string[][]> {
  const { where, bind } = conditionOf(dialect, me, query, 'near')
  const sql = `SELECT t.id, ${dialect.bytes('t.notes')} AS size FROM Tasks t WHERE ${where}`
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

async function holding({ db, dialect }: Platform, ids: string[], words: string[]): Promise<string[]> {
  const names = words.map((_, at) => `$word${at}`)
  const holds = dialect.contains("CONCAT(t.title, ' ', t.notes)", ...names)
  const sql = `SELECT t.id FROM Tasks t WHERE t.id IN ${dialect.idsIn('$ids')} AND ${holds}`
  const bound = Object.fromEntries(words.map((word, at) => [`word${at}`, word]))
  const bind = { ...bound, ids: JSON.stringify(ids) }
  const rows = await db.query<{ id: string }>(sql, { bind, type: QueryTypes.SELECT })
  return rows.map(({ id }) => id)
}

let last: Promise<unknown> = Promise.resolve()

/** One portion at a time, whoever searches, and between two of them everybody else is served. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(() => nextTurn()).then(work)
  last = mine.catch(() => {})
  return mine
}

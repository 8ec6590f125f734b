import type { Dialect } from '@doable/service-kit/database'
import { pieces } from '@doable/service-kit/pieces'
import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import type { Act } from './act.ts'
import { CommentRow } from './comment.ts'

export const mostOfTask = 1000
/** Whoever is in a list gets all that is said in it. */
export const mostOfList = 20_000
/** Bytes of all that is said in a list. */
export const mostText = 20_000_000
/** Letters that a comment may always have: beside so many comments they weigh little. */
const short = 1000

type Facts = { there: number; ofTask: number; ofList: number }

/** Room for one more. @throws 409 `too-many-comments`, `list-full` */
export async function checkNew(act: Act, taskId: string, listId: string, text: string): Promise<void> {
  const { db } = act.platform
  const sql = `SELECT (SELECT COUNT(*) FROM Comments WHERE taskId = $taskId) AS ofTask,
    (SELECT COUNT(*) FROM Comments WHERE listId = $listId) AS ofList`
  const [facts] = await db.query<Facts>(sql, { bind: { taskId, listId }, type: QueryTypes.SELECT })
  if (Number(facts?.ofTask) >= mostOfTask)
    throw problem(409, 'too-many-comments', `A task has ${mostOfTask} comments at most.`)
  if (Number(facts?.ofList) >= mostOfList) throw listFull()
  await checkText(act, listId, text)
}

/** Room for what is written. @throws 409 `list-full` */
export async function checkText(act: Act, listId: string, text: string): Promise<void> {
  if (text.length <= short) return
  const { db, dialect } = act.platform
  const sql = `SELECT ${textOf(dialect)} AS text FROM Comments c WHERE c.listId = $listId`
  const [here] = await db.query<Pick<Sum, 'text'>>(sql, { bind: { listId }, type: QueryTypes.SELECT })
  if (Number(here?.text) + Buffer.byteLength(text) > mostText) throw listFull()
}

/** They go with their tasks to another list. @throws 409 `list-full` */
export async function moveComments(act: Act, ids: string[], listId: string, version: number): Promise<void> {
  const { db, dialect } = act.platform
  const coming = `c.taskId IN ${dialect.idsIn('$ids')}`
  const weight = (where: string) => `(SELECT ${textOf(dialect)} FROM Comments c WHERE ${where})`
  const count = (where: string) => `(SELECT COUNT(*) FROM Comments c WHERE ${where})`
  const sql = `SELECT ${count(coming)} AS coming, ${count(`c.listId = $listId OR ${coming}`)} AS many,
    ${weight(`c.listId = $listId OR ${coming}`)} AS text`
  const bind = { ids: JSON.stringify(ids), listId }
  const [sum] = await db.query<Sum & { coming: number }>(sql, { bind, type: QueryTypes.SELECT })
  if (!Number(sum?.coming)) return
  if (Number(sum?.many) > mostOfList || Number(sum?.text) > mostText) throw listFull()
  for (const some of pieces(ids)) await CommentRow.update({ listId, version }, { where: { taskId: some } })
}

type Sum = { many: number; text: number }
const textOf = (dialect: Dialect) => `COALESCE(SUM(${dialect.bytes('c.text')}), 0)`

const listFull = () =>
  problem(409, 'list-full', `A list holds ${mostOfList} comments and ${mostText / 1e6} MB of them at most.`)

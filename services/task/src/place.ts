import { keyBetween } from '@doable/domain/ordering'
import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import { scopeOf, seen } from './access.ts'
import type { Act } from './act.ts'
import { deepest, type LineStep, lineOf } from './family.ts'
import { SectionRow } from './section.ts'

export const mostTasks = 50_000
/** Bytes of notes in a list. Whoever is in it gets all of it, and a change of its tasks can touch all of it. */
export const mostNotes = 20_000_000
/** Letters that notes may always have: beside so many tasks they weigh little. */
const shortNotes = 1000

/** @throws 404 `section-not-found` for what the person cannot see, 422 `section-elsewhere` for another list's */
export async function checkSection(act: Act, sectionId: string, listId: string): Promise<void> {
  const section = await SectionRow.findByPk(sectionId, { attributes: ['listId'], raw: true })
  if (section?.listId === listId) return
  await scopeOf(act, 'section', sectionId)
  throw problem(422, 'section-elsewhere', 'This section belongs to another list.', [
    { pointer: '/sectionId', detail: 'is not in the list' },
  ])
}

/**
 * The parent a task is to get and that parent's parents, the parent first.
 * @param height levels below the task that moves
 * @throws 404 `parent-not-found`, 422 `parent-elsewhere`, `too-deep`
 */
export async function checkParent(
  act: Act,
  parentId: string,
  listId: string,
  height: number,
): Promise<LineStep[]> {
  const line = await lineOf(act.platform, parentId)
  if (line[0]?.listId !== listId) {
    if (!line[0] || !(await seen(act, 'task', parentId))) throw problem(404, 'parent-not-found')
    throw problem(422, 'parent-elsewhere', 'The parent is in another list.', [
      { pointer: '/parentId', detail: 'is not in the list' },
    ])
  }
  if (line.length + 1 + height > deepest)
    throw problem(422, 'too-deep', `Subtasks go ${deepest} levels deep at most.`)
  return line
}

/** Room for tasks that come from another list. @throws 409 `list-full` */
export async function checkRoom(act: Act, listId: string, coming: readonly { id: string }[]): Promise<void> {
  const { dialect } = act.platform
  const here = await roomOf(act, 't.listId = $listId', { listId })
  if (here.many + coming.length > mostTasks) throw listFull()
  const ids = JSON.stringify(coming.map(({ id }) => id))
  const { notes } = await roomOf(act, `t.id IN ${dialect.idsIn('$ids')}`, { ids })
  if (notes > shortNotes && here.notes + notes > mostNotes) throw notesFull()
}

/** Room for notes that are written. @throws 409 `list-full` */
export async function checkNotes(act: Act, listId: string, notes: string | undefined): Promise<void> {
  if (notes === undefined || notes.length <= shortNotes) return
  const here = await roomOf(act, 't.listId = $listId', { listId })
  if (here.notes + Buffer.byteLength(notes) > mostNotes) throw notesFull()
}

async function roomOf({ platform }: Act, where: string, bind: Record<string, unknown>) {
  const { db, dialect } = platform
  const bytes = dialect.bytes('t.notes')
  const sql = `SELECT COUNT(*) AS many, COALESCE(SUM(${bytes}), 0) AS notes FROM Tasks t WHERE ${where}`
  const [row] = await db.query<{ many: number; notes: number }>(sql, { bind, type: QueryTypes.SELECT })
  return { many: Number(row?.many), notes: Number(row?.notes) }
}

export const listFull = () => problem(409, 'list-full', `A list holds ${mostTasks} tasks at most.`)
const notesFull = () =>
  problem(409, 'list-full', `The notes of a list take ${mostNotes / 1e6} MB at most; shorten some.`)

/** The place after everything that is in a table under a condition. */
export async function endOf(act: Act, from: string, bind: Record<string, unknown>): Promise<string> {
  const { db, dialect } = act.platform
  const sql = `SELECT position FROM ${from} ORDER BY position DESC ${dialect.first(1)}`
  const [last] = await db.query<{ position: string }>(sql, { bind, type: QueryTypes.SELECT })
  return keyBetween(last?.position ?? null, null)
}

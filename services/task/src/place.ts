import { keyBetween } from '@doable/domain/ordering'
import { problem } from '@doable/service-kit/problem'
import { QueryTypes } from 'sequelize'
import { scopeOf, seen } from './access.ts'
import type { Act } from './act.ts'
import { deepest, type LineStep, lineOf } from './family.ts'
import { SectionRow } from './section.ts'

export const mostTasks = 50_000

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

/** @throws 409 `list-full` */
export async function checkRoom({ platform }: Act, listId: string, coming: number): Promise<void> {
  const sql = 'SELECT COUNT(*) AS many FROM Tasks WHERE listId = $listId'
  const [row] = await platform.db.query<{ many: number }>(sql, { bind: { listId }, type: QueryTypes.SELECT })
  if ((row?.many ?? 0) + coming > mostTasks) throw listFull()
}

export const listFull = () => problem(409, 'list-full', `A list holds ${mostTasks} tasks at most.`)

/** The place after everything that is in a table under a condition. */
export async function endOf(act: Act, from: string, bind: Record<string, unknown>): Promise<string> {
  const { db, dialect } = act.platform
  const sql = `SELECT position FROM ${from} ORDER BY position DESC ${dialect.first(1)}`
  const [last] = await db.query<{ position: string }>(sql, { bind, type: QueryTypes.SELECT })
  return keyBetween(last?.position ?? null, null)
}

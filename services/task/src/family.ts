import type { Task } from '@doable/contracts/task'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { type StoredTask, taskColumns, taskOf } from './task-rows.ts'

/** How many levels of subtasks there may be; SQL Server follows a recursion 100 steps. */
export const deepest = 100

/** A task with all that is below it, parents first, and its parents, the nearest first. */
export type Family = {
  task: Task
  subtree: Task[]
  ancestors: Task[]
  /** Levels below the task: 0 without subtasks. */
  height: number
}

const relatives = `
  WITH below (id, depth) AS (
    SELECT id, 0 FROM Tasks WHERE id = $id
    UNION ALL
    SELECT c.id, b.depth + 1 FROM Tasks c JOIN below b ON c.parentId = b.id
  ), above (id, parentId, depth) AS (
    SELECT id, parentId, 0 FROM Tasks WHERE id = $id
    UNION ALL
    SELECT p.id, p.parentId, a.depth - 1 FROM Tasks p JOIN above a ON p.id = a.parentId
  )`
const joined = `
  FROM Tasks t
  JOIN (SELECT id, depth FROM below UNION ALL SELECT id, depth FROM above WHERE depth < 0) f ON f.id = t.id
  ORDER BY f.depth`

/** A task and its relatives in one statement; undefined where there is no such task. */
export async function familyOf({ db, dialect }: Platform, id: string): Promise<Family | undefined> {
  const sql = `${relatives} SELECT ${taskColumns(dialect)}, f.depth ${joined}`
  const rows = await db.query<StoredTask & { depth: number }>(sql, { bind: { id }, type: QueryTypes.SELECT })
  const at = rows.findIndex(({ depth }) => depth === 0)
  const own = rows[at]
  if (!own) return undefined
  const ancestors = rows.slice(0, at).map(taskOf).reverse()
  const subtree = rows.slice(at + 1).map(taskOf)
  return { task: taskOf(own), subtree, ancestors, height: rows.at(-1)?.depth ?? 0 }
}

/** A task and its parents: the task itself first. Empty where there is no such task. */
export async function lineOf({ db }: Platform, id: string): Promise<LineStep[]> {
  const sql = `
    WITH above (id, parentId, listId, trashedAt, depth) AS (
      SELECT id, parentId, listId, trashedAt, 0 FROM Tasks WHERE id = $id
      UNION ALL
      SELECT p.id, p.parentId, p.listId, p.trashedAt, a.depth + 1 FROM Tasks p JOIN above a ON p.id = a.parentId
    )
    SELECT id, listId, trashedAt FROM above ORDER BY depth`
  return db.query<LineStep>(sql, { bind: { id }, type: QueryTypes.SELECT })
}
export type LineStep = { id: string; listId: string; trashedAt: unknown }

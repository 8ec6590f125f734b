import type { Task } from '@doable/contracts/task'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import type { Act } from './act.ts'
import { type Scope, type ScopeRow, scopeColumns, scopeFrom } from './scope.ts'
import { type StoredTask, taskColumns, taskOf } from './task-rows.ts'

/** How many levels of subtasks there may be; SQL Server follows a recursion 100 steps. */
export const deepest = 100

/** A task with all that is below it, parents first, and its parents, the nearest first. Only the task comes with its notes. */
export type Family = {
  task: Task
  subtree: Task[]
  ancestors: Task[]
  /** Levels below the task: 0 without subtasks. */
  height: number
  /** Its list, as the person who asks may act on it. */
  scope: Scope
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
// Left joins keep SQLite from starting at the person's lists and reading all that is in them.
const joined = `
  FROM (SELECT id, depth FROM below UNION ALL SELECT id, depth FROM above WHERE depth < 0) f
  LEFT JOIN Tasks t ON t.id = f.id
  LEFT JOIN ListMembers m ON m.listId = t.listId AND m.personId = $me
  LEFT JOIN Lists l ON l.id = t.listId AND f.depth = 0
  ORDER BY f.depth`
type Relative = StoredTask & ScopeRow & { depth: number }

/** A task, its relatives and its list in one statement. @throws 404 `task-not-found` */
export async function familyOf({ platform, personId }: Act, id: string): Promise<Family> {
  const { db, dialect } = platform
  const columns = taskColumns(dialect, "CASE WHEN f.depth = 0 THEN t.notes ELSE '' END")
  const sql = `${relatives} SELECT ${columns}, ${scopeColumns(dialect)}, f.depth ${joined}`
  const rows = await db.query<Relative>(sql, { bind: { id, me: personId }, type: QueryTypes.SELECT })
  const at = rows.findIndex(({ depth }) => depth === 0)
  const own = rows[at]
  if (!own?.role) throw problem(404, 'task-not-found')
  const ancestors = rows.slice(0, at).map(taskOf).reverse()
  const subtree = rows.slice(at + 1).map(taskOf)
  const height = rows.at(-1)?.depth ?? 0
  return { task: taskOf(own), subtree, ancestors, height, scope: scopeFrom(own) }
}

/** A task and its parents: the task itself first. Empty where there is no such task. */
export async function lineOf({ db }: Platform, id: string): Promise<LineStep[]> {
  const sql = `
    WITH above (id, parentId, listId, sectionId, trashedAt, depth) AS (
      SELECT id, parentId, listId, sectionId, trashedAt, 0 FROM Tasks WHERE id = $id
      UNION ALL
      SELECT p.id, p.parentId, p.listId, p.sectionId, p.trashedAt, a.depth + 1 FROM Tasks p JOIN above a ON p.id = a.parentId
    )
    SELECT id, listId, sectionId, trashedAt FROM above ORDER BY depth`
  return db.query<LineStep>(sql, { bind: { id }, type: QueryTypes.SELECT })
}
export type LineStep = { id: string; listId: string; sectionId: string | null; trashedAt: unknown }

import type { TaskQuery } from '@doable/contracts/task-query'
import { addDays } from '@doable/domain/calendar'
import type { Dialect } from '@doable/service-kit/database'
import { foldWord } from './label.ts'
import { inUse } from './list-rows.ts'
import { type Found, leafSql } from './query-leaf.ts'
import { Bindings, sqlOf, written } from './query-sql.ts'
import type { Tree } from './query-tree.ts'

export type Condition = { where: string; bind: Record<string, unknown> }
type Filters = Omit<TaskQuery, 'sort' | 'cursor' | 'limit'>
/** What is asked for in words, and the tasks that hold what is searched for in them, once that is known. */
export type Wanted = { query: Tree; found?: Found; light?: boolean }

/** Whose day and time depend on where their person is are asked for apart from the rest; `near` is all that may be due then. */
export type Which = 'all' | 'floating' | 'fixed' | 'near'

const states: Record<NonNullable<TaskQuery['status']>, string[]> = {
  open: ['t.completedAt IS NULL', 't.trashedAt IS NULL'],
  completed: ['t.completedAt IS NOT NULL', 't.trashedAt IS NULL'],
  trashed: ['t.trashedAt IS NOT NULL'],
  all: [],
}

/** The lists a person sees tasks of: nothing of the trash, and of the archive and of templates only what is asked for by its list. */
export const inSight = (byList = false): string =>
  `t.listId IN (
    SELECT m.listId FROM ListMembers m JOIN Lists l ON l.id = m.listId
    WHERE m.personId = $me AND ${byList ? 'l.trashedAt IS NULL' : inUse}
  )`

/** The filters of a query as a condition on `Tasks t`. */
export function conditionOf(
  dialect: Dialect,
  me: string,
  filters: Filters,
  which: Which,
  wanted?: Wanted,
): Condition {
  const { listId, sectionId, parentId, label, priority, filter } = filters
  const { status = filter === undefined ? 'open' : 'all' } = filters
  const where = [inSight(listId !== undefined && filter === undefined), ...states[status]]
  if (filter !== undefined) where.push('t.trashedAt IS NULL')
  const bind: Record<string, unknown> = { me }
  const also = (condition: string, values: Record<string, unknown>) => {
    where.push(condition)
    Object.assign(bind, values)
  }
  if (listId) also('t.listId = $listId', { listId })
  if (sectionId) also('t.sectionId = $sectionId', { sectionId })
  if (parentId) also('t.parentId = $parentId', { parentId })
  if (priority) also('t.priority = $priority', { priority })
  if (label)
    also('EXISTS (SELECT 1 FROM TaskLabels w WHERE w.taskId = t.id AND w.folded = $label)', {
      label: foldWord(label),
    })
  if (which === 'fixed' || which === 'floating')
    where.push(`t.dueTimeZone IS ${which === 'fixed' ? 'NOT ' : ''}NULL`)
  const { dueFrom, dueTo } = daysOf(filters, which)
  if (dueFrom) also('t.dueOn >= $dueFrom', { dueFrom })
  if (dueTo) also('t.dueOn <= $dueTo', { dueTo })
  if (wanted) {
    const { bind: named, values } = new Bindings('q')
    const days = which === 'all' || which === 'floating' ? 'exact' : 'near'
    const leaf = leafSql({ dialect, bind: named, days, found: wanted.found, light: wanted.light })
    also(written(sqlOf(wanted.query, leaf)), values)
  }
  return { where: where.join(' AND '), bind }
}

/** A day somewhere is at most two days off elsewhere (UTC-12 to UTC+14); which it really is, is looked at afterwards. */
function daysOf({ dueFrom, dueTo }: Filters, which: Which) {
  if (which === 'all' || which === 'floating') return { dueFrom, dueTo }
  return { dueFrom: dueFrom && addDays(dueFrom, -2), dueTo: dueTo && addDays(dueTo, 2) }
}

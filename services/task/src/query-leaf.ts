import { fold } from '@doable/domain/fold'
import type { Name } from '@doable/domain/query/ast'
import type { Dialect } from '@doable/service-kit/database'
import { dayIn, dayNear, instantIn } from './query-range.ts'
import { anyOf, type LeafSql, type Sql } from './query-sql.ts'
import { isDue, isLookup, type Leaf, type Search } from './query-tree.ts'

/** The ids of the tasks that hold the words of a search. */
export type Found = ReadonlyMap<Search, readonly string[]>
export type Making = {
  dialect: Dialect
  /** Answers what stands for a value in the statement. */
  bind: (value: unknown) => string
  /**
   * `exact`: for tasks whose day is the one that is stored. `near`: for all, and where it takes a calendar to say on which
   * day a task is due, more than are meant.
   */
  days: 'exact' | 'near'
  /** Without it, every task may hold what is searched for. */
  found?: Found | undefined
  /** Nothing is looked up in other tables: every task may be what is asked for there. */
  light?: boolean | undefined
}

/** How the leaves of a query are said of `Tasks t`. */
export const leafSql =
  (making: Making): LeafSql =>
  (leaf, negated) => {
    const { bind, days, found, light } = making
    if (light && isLookup(leaf)) return true
    const among = amongIds(negated, making)
    if (isDue(leaf) && days === 'near') return dayNear('t.dueOn', leaf, negated, bind) ?? true
    if (leaf.kind === 'search') return found ? among('t.id', found.get(leaf) ?? []) : true
    if (leaf.kind === 'list') return among('t.listId', leaf.ids)
    if (leaf.kind === 'creator') return among('t.createdBy', leaf.ids)
    if (leaf.kind === 'assignee' && leaf.ids) return among('t.assigneeId', leaf.ids, true)
    if (leaf.kind === 'section' && leaf.ids) return among('t.sectionId', leaf.ids, true)
    return plain(leaf, negated, bind)
  }

const amongIds =
  (negated: boolean, { dialect, bind }: Making) =>
  (column: string, ids: readonly string[], perhapsNull = false): Sql => {
    if (ids.length === 0) return negated
    const [only] = ids
    const all = () => `${negated ? 'NOT ' : ''}IN ${dialect.idsIn(bind(JSON.stringify(ids)))}`
    const is = `${column} ${ids.length === 1 ? `${negated ? '<>' : '='} ${bind(only)}` : all()}`
    return negated && perhapsNull ? anyOf([`${column} IS NULL`, is]) : is
  }

function plain(leaf: Exclude<Leaf, Search>, negated: boolean, bind: Making['bind']): string {
  const exists = (sub: string, is = true) => `${is === negated ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${sub})`
  const isNull = (column: string, is = true) => `${column} IS ${is === negated ? 'NOT ' : ''}NULL`
  switch (leaf.kind) {
    case 'done':
      return isNull('t.completedAt', false)
    case 'section':
      return exists('Sections s WHERE s.id = t.sectionId AND s.trashedAt IS NULL', false)
    case 'label':
      return leaf.name === null
        ? exists(labelsOf, false)
        : exists(`${labelsOf} AND ${named(leaf.name, bind)}`)
    case 'labels':
      return exists(`${labelsOf} AND ${anyOf(leaf.names.map((name) => named(name, bind)))}`)
    case 'priority':
      return `t.priority ${negated ? '<>' : '='} ${bind(leaf.priority)}`
    case 'day':
      return dayIn(`t.${leaf.field}On`, leaf, negated, bind)
    case 'undated':
      return isNull(`t.${leaf.field}On`)
    case 'untimed':
      return isNull('t.dueTime')
    case 'created':
      return instantIn('t.createdAt', leaf, negated, bind, false)
    case 'completed': {
      const itself = instantIn('t.completedAt', leaf, negated, bind, true)
      const counts = 'c.taskId = t.id AND c.undoneAt IS NULL AND c.skipped = 0'
      const once = exists(
        `Completions c WHERE ${counts} AND ${instantIn('c.completedAt', leaf, false, bind, false)}`,
      )
      return negated ? `(${itself} AND ${once})` : anyOf([itself, once])
    }
    case 'recurring':
      return isNull('t.repeatRule', false)
    case 'subtask':
      return isNull('t.parentId', false)
    case 'parent':
      return exists('Tasks s WHERE s.parentId = t.id AND s.trashedAt IS NULL')
    default:
      return isNull('t.assigneeId')
  }
}

const labelsOf = 'TaskLabels w WHERE w.taskId = t.id'

/** The one sign that patterns begin with where they mean themselves; SQL Server has one more of those than SQLite. */
const escaped = (text: string) => text.replace(/[\\%_[\]^]/g, (sign) => `\\${sign}`)

/** A word by its key; pieces of it, by a pattern. */
function named(name: Name, bind: Making['bind']): string {
  const pieces = name.map(fold)
  if (pieces.length === 1) return `w.labelKey = ${bind(pieces[0])}`
  return `w.labelKey LIKE ${bind(pieces.map(escaped).join('%'))} ESCAPE '\\'`
}

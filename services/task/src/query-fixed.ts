import { within } from '@doable/domain/query/within'
import { type LeafSql, sqlOf, written } from './query-sql.ts'
import { asksForDue, isDue, type Tree } from './query-tree.ts'

/** Whether a task is meant, by its row and the day on which it is due for the person. */
export type Test = (row: Record<string, unknown>, day: string | null) => boolean
export type Judged = { columns: string[]; test: Test }

/**
 * A condition for tasks whose day only the calendar knows: the database says in columns what it can, the rest is reckoned.
 * `leaf` must not be asked for dues.
 */
export function judgedOf(tree: Tree, leaf: LeafSql): Judged {
  const columns: string[] = []
  const column = (part: Tree): Test => {
    const name = `w${columns.length}`
    columns.push(`CASE WHEN ${written(sqlOf(part, leaf))} THEN 1 ELSE 0 END AS ${name}`)
    return (row) => Number(row[name]) === 1
  }
  const testOf = (part: Tree): Test => {
    if (part.kind === 'day' && isDue(part)) {
      const fits = within(part)
      return (_row, day) => fits(day)
    }
    if (!asksForDue(part)) return column(part)
    if (part.kind === 'not') {
      const of = testOf(part.of)
      return (row, day) => !of(row, day)
    }
    if (part.kind !== 'and' && part.kind !== 'or') return column(part)
    const of = part.of.map(testOf)
    const isOr = part.kind === 'or'
    return (row, day) => (isOr ? of.some((test) => test(row, day)) : of.every((test) => test(row, day)))
  }
  return { test: testOf(tree), columns }
}

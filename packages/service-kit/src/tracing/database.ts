import type { Sequelize } from 'sequelize'
import { traced } from './tracing.ts'

/** Sequelize comes with the values that it bound; they are left where they are. */
const textOf = (sql: unknown) => (typeof sql === 'string' ? sql : String((sql as { query?: string }).query))

const longest = 2_000
const verb = /^\s*(\w+)/
const table = /\b(?:FROM|INTO|UPDATE)\s+(?:\[dbo\]\.)?["`[]?(\w+)/i

/** A statement without any value: what is in quotes, and every number. */
export const bare = (sql: string): string =>
  sql
    .replace(/N?'(?:[^']|'')*'/g, '?')
    .replace(/\b\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)

/** Makes each statement that is run for something that is recorded a span of its own. */
export function traceDatabase(db: Sequelize): void {
  const query = db.query.bind(db) as (sql: unknown, options?: unknown) => Promise<unknown>
  const system = db.getDialect() === 'mssql' ? 'microsoft.sql_server' : db.getDialect()
  const about = (sql: unknown) => {
    const text = bare(textOf(sql))
    const name = [verb.exec(text)?.[1]?.toUpperCase(), table.exec(text)?.[1]].filter(Boolean).join(' ')
    const attributes = { 'db.system.name': system, 'db.query.summary': name, 'db.query.text': text }
    return { name, kind: 'client', attributes } as const
  }
  const recorded = (sql: unknown, options?: unknown) =>
    traced(
      () => about(sql),
      () => query(sql, options),
    )
  db.query = recorded as typeof db.query
}

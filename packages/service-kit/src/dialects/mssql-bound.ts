import { DataTypes, type Sequelize } from 'sequelize'
import { bindConditions, type Generator, type Row } from './bound-conditions.ts'
import { binary } from './mssql-types.ts'

/** Texts bound as one JSON array, for `IN`. Their collation is said, or it could be another than the column's. */
export const textsIn = (bound: string, length = 4000): string =>
  `(SELECT id COLLATE ${binary} FROM OPENJSON(${bound}) WITH (id NVARCHAR(${length}) '$'))`

/**
 * Has Sequelize bind every value of a condition and of many rows, where it writes them into the statement: SQL Server
 * keeps a plan for each text of a statement it meets (docs/decisions/0033-sql-for-two-engines.md).
 */
export function bindAll(db: Sequelize): void {
  const q = db.getQueryInterface()
  const generator = q.queryGenerator as unknown as Generator
  bindConditions(db, textsIn)
  bindRows(generator)
  const createTable = q.createTable as (table: unknown, columns: Row, options: unknown) => Promise<void>
  // Sequelize writes a column's name into its description, so two columns that share one would be one column.
  q.createTable = async (table: unknown, columns: Row, options?: unknown) =>
    createTable.call(q, table, Object.fromEntries(Object.entries(columns).map(ownDescription)), options)
  const { describeTableQuery } = generator
  // Where names of columns are taken literally, those of the catalog's views are in capitals.
  generator.describeTableQuery = (table, schema) =>
    describeTableQuery
      .call(generator, table, schema)
      .replace(/\b(c|t|tc|cu|pk)\.[a-z_]+\b/g, (name) =>
        name.replace(/\.(.*)/, (column) => column.toUpperCase()),
      )
}

const ownDescription = ([name, described]: [string, unknown]) => [name, { ...(described as object) }] as const

/** Rows of a model go as one JSON text, however many: one plan, and neither 1,000 rows nor 2,100 values are too many. */
function bindRows(generator: Generator): void {
  const { bulkInsertQuery } = generator
  generator.bulkInsertQuery = (table, rows, options, columns) => {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const types = names.map((name) => typeInJson(columns?.[name]?.type))
    if (types.includes(undefined)) return bulkInsertQuery.call(generator, table, rows, options, columns)
    const quoted = names.map((name) => generator.quoteIdentifier(name))
    const read = quoted.map((name, at) => `${name} ${types[at]} '$.${names[at]}'`)
    const into = `${generator.quoteTable(table)} (${quoted.join(', ')})`
    const from = `OPENJSON($1) WITH (${read.join(', ')})`
    // A table that numbers its rows numbers them in this order: ids grow with time.
    const query = `INSERT INTO ${into} SELECT ${quoted.join(', ')} FROM ${from} ORDER BY ${quoted[0]}`
    return { query, bind: [JSON.stringify(rows)] }
  }
}

/** Longer than the column where it is a text: one too long is to be refused, not cut. Undefined for bytes and the unkn */
function typeInJson(type: { toSql(): string } | undefined): string | undefined {
  if (!type || type instanceof DataTypes.BLOB) return undefined
  return type instanceof DataTypes.STRING ? 'NVARCHAR(4000)' : type.toSql().replace(/ COLLATE .*/, '')
}

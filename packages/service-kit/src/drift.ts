import type { Model, ModelStatic, Sequelize } from 'sequelize'

import { rowNumber } from './dialects/mssql.ts'

type Column = { type: string; allowNull: boolean; primaryKey: boolean }
type Index = { name: string; unique: boolean; primary: boolean; fields: { attribute: string }[] }
type WrittenIndex = { name?: string; unique?: boolean; fields?: readonly unknown[] }

/**
 * Where the models say something else than the migrated tables: columns, types with their lengths, nullability,
 * indexes. An empty list is what a service's test expects.
 */
export async function drift(db: Sequelize): Promise<string[]> {
  const found: string[] = []
  for (const model of Object.values(db.models)) {
    if (/(Migrations|Seeds)$/.test(model.tableName)) continue
    found.push(...(await columnDrift(db, model)), ...(await indexDrift(db, model)))
  }
  return found
}

async function columnDrift(db: Sequelize, model: ModelStatic<Model>): Promise<string[]> {
  const table = model.tableName
  const columns = (await db.getQueryInterface().describeTable(table)) as Record<string, Column>
  const written = Object.values(model.getAttributes())
  const names = new Set(written.map(({ field }) => field))
  const extra = Object.keys(columns).filter((name) => !names.has(name) && name !== rowNumber)
  return [
    ...extra.map((name) => `${table}.${name} is in the table only`),
    ...written.flatMap(({ field = '', type, allowNull = true, primaryKey = false }) => {
      const column = columns[field]
      if (!column) return [`${table}.${field} is in the model only`]
      const wanted = plain(String((type as { toSql(): string }).toSql()))
      const real = plain(column.type)
      const differ = wanted === real ? [] : [`${table}.${field} is ${real}, the model says ${wanted}`]
      if (!primaryKey && column.allowNull !== allowNull)
        differ.push(`${table}.${field} differs in allowing null`)
      return differ
    }),
  ]
}

/** The names of all tables, which Sequelize hands back in another shape for each engine. */
export async function tablesOf(db: Sequelize): Promise<string[]> {
  const tables: (string | { tableName: string })[] = await db.getQueryInterface().showAllTables()
  return tables.map((table) => (typeof table === 'string' ? table : table.tableName)).sort()
}

/** One spelling for what the engines and Sequelize spell differently. */
const plain = (type: string) =>
  type
    .toUpperCase()
    .replace(/ COLLATE .*/, '')
    .replace(/^VARBINARY\(MAX\)$/, 'VARBINARY')
    .replace(/^INT$/, 'INTEGER')
    .replace(/^DATETIME(OFFSET|2)?(\(\d\))?$/, 'DATETIME')
    .replace(/^BIT$/, 'TINYINT(1)')

async function indexDrift(db: Sequelize, model: ModelStatic<Model>): Promise<string[]> {
  const table = model.tableName
  const all = (await db.getQueryInterface().showIndex(table)) as Index[]
  const real = all.filter(({ name, primary }) => !primary && !/^(sqlite_autoindex|PK_)/i.test(name)).map(sign)
  const written = ((model.options.indexes ?? []) as WrittenIndex[]).map((index) =>
    sign({
      name: index.name ?? '',
      unique: index.unique ?? false,
      fields: (index.fields ?? []).map((field) => ({ attribute: fieldName(field) })),
    }),
  )
  return [
    ...written
      .filter((one) => !real.includes(one))
      .map((one) => `index ${table} ${one} is in the model only`),
    ...real
      .filter((one) => !written.includes(one))
      .map((one) => `index ${table} ${one} is in the table only`),
  ]
}

const fieldName = (field: unknown) =>
  typeof field === 'string' ? field : String((field as { name?: string }).name ?? field)

const sign = ({ name, unique, fields }: Omit<Index, 'primary'>) =>
  `${unique ? 'unique ' : ''}${name} (${fields.map(({ attribute }) => attribute).join(', ')})`

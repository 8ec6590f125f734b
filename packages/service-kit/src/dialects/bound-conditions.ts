import { Op, type Sequelize } from 'sequelize'

/** What there is of Sequelize's query generator, which its types leave out. */
export type Generator = {
  selectQuery(table: unknown, options: unknown, model: unknown): unknown
  deleteQuery(table: unknown, where: unknown, options: unknown, model: unknown): unknown
  bulkInsertQuery(table: unknown, rows: Row[], options: unknown, columns?: Columns): unknown
  describeTableQuery(table: string, schema?: string): string
  addLimitAndOffset(options: unknown, model: unknown): unknown
  whereItemQuery(key: unknown, value: unknown, options?: { bindParam?: Bind }): unknown
  _whereParseSingleValueObject(
    key: string,
    field: unknown,
    op: symbol,
    value: unknown,
    options: Prefix,
  ): unknown
  _joinKeyValue(key: string, value: string, comparator: string, prefix: unknown): string
  escape(value: unknown, field?: unknown, options?: unknown): string
  format(value: unknown, field: unknown, options: unknown, bind: Bind): string
  bindParam(values: unknown[]): Bind
  quoteTable(table: unknown): string
  quoteIdentifier(name: string): string
}
type Bind = (value: unknown) => string
type Prefix = { prefix?: unknown }
export type Row = Record<string, unknown>
type Columns = Record<string, { type: { toSql(): string } }>
type Bound = { query: string; bind: unknown[] }

const isValue = (value: unknown): boolean =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value) || value instanceof Date

/**
 * Has Sequelize bind every value of a condition and of a single row, where it writes them into the statement: both engines
 * keep a plan for each text of a statement that they meet.
 * @param textsIn what stands for a list of texts that is bound as one JSON text: `WHERE id IN ${textsIn('$ids')}`
 */
export function bindConditions(db: Sequelize, textsIn: (bound: string) => string): void {
  const generator = db.getQueryInterface().queryGenerator as unknown as Generator
  const {
    addLimitAndOffset,
    selectQuery,
    deleteQuery,
    bulkInsertQuery,
    whereItemQuery,
    escape: inlined,
    _whereParseSingleValueObject,
  } = generator
  /** Binds for the statement that is being written, and for the condition in it. */
  let whole: Bind | undefined
  let condition: Bind | undefined
  const asBound = (write: () => unknown): Bound => {
    const bind: unknown[] = []
    whole = generator.bindParam(bind)
    try {
      return { query: String(write()), bind }
    } finally {
      whole = undefined
    }
  }
  generator.selectQuery = (...given) => asBound(() => selectQuery.apply(generator, given))
  generator.deleteQuery = (...given) => asBound(() => deleteQuery.apply(generator, given))
  const within = (bind: Bind | undefined, write: () => unknown) => {
    const before = condition
    condition = bind
    try {
      return write()
    } finally {
      condition = before
    }
  }
  generator.bulkInsertQuery = (table, rows, options, columns) => {
    const write = () => bulkInsertQuery.call(generator, table, rows, options, columns)
    if (rows.length > 1) return write()
    const bind: unknown[] = []
    return { query: within(generator.bindParam(bind), write), bind }
  }
  generator.whereItemQuery = (key, value, options) =>
    within(options?.bindParam ?? whole ?? condition, () =>
      whereItemQuery.call(generator, key, value, options),
    )
  generator.addLimitAndOffset = (options, model) =>
    within(whole, () => addLimitAndOffset.call(generator, options, model))
  generator.escape = (value, field, options) =>
    condition && isValue(value)
      ? generator.format(value, field, options, condition)
      : inlined.call(generator, value, field, options)
  generator._whereParseSingleValueObject = (key, field, op, value, options) => {
    if (!condition || !Array.isArray(value) || (op !== Op.in && op !== Op.notIn))
      return _whereParseSingleValueObject.call(generator, key, field, op, value, options)
    const among = textsIn(condition(JSON.stringify(value)))
    return generator._joinKeyValue(key, among, op === Op.in ? 'IN' : 'NOT IN', options.prefix)
  }
}

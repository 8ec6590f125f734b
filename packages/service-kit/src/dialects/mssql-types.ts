import { createRequire } from 'node:module'
import { DataTypes, ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize'

/**
 * Order and equality of kept texts go by their code units, as in JavaScript, whatever the collation of the database:
 * order keys, ids and hashes need it, and lower case is written where case must not matter.
 */
export const binary = 'Latin1_General_100_BIN2'

/** The length a bound text is declared with: one for all, or SQL Server keeps a plan for each length it meets. */
const shortText = 4000
/** More than a VARBINARY(n) holds, so bytes are bound as VARBINARY(MAX), again at one length. */
const manyBytes = 8001

type Parameter = { type: unknown; typeOptions: { length?: number; scale?: number }; value?: unknown }
type Failure = Error & { number?: number; sql: string }
type Statement = {
  getSQLTypeFromJsType(value: unknown, types: Record<string, unknown>): Parameter
  formatError(error: Failure, stack?: string): Error
  taught?: true
}
type Text = { prototype: { _length: number; toSql(): string } }
type Types = { STRING: Text; TEXT: Text; DATEONLY: { parse(stored: unknown): unknown } }

/**
 * Teaches Sequelize how values go to SQL Server and come back. It keeps the classes concerned to itself and has one of
 * each for all connections, so it is done once.
 */
export function teachTypes(): void {
  const load = createRequire(import.meta.resolve('sequelize'))
  const { prototype } = load('./dialects/mssql/query.js').Query as { prototype: Statement }
  if (prototype.taught) return
  prototype.taught = true
  teachParameters(prototype)
  teachErrors(prototype)
  teachColumns((DataTypes as unknown as { mssql: Types }).mssql)
}

function teachParameters(statement: Statement): void {
  const original = statement.getSQLTypeFromJsType
  statement.getSQLTypeFromJsType = function (value, types) {
    if (value instanceof Date) return { type: types.DateTimeOffset, typeOptions: { scale: 3 } }
    if (Buffer.isBuffer(value)) return { type: types.VarBinary, typeOptions: { length: manyBytes } }
    const parameter = original.call(this, value, types)
    const isShort = typeof value === 'string' && value.length <= shortText
    // What is null is declared as a short text: otherwise every choice of nulls among the values has its own plan.
    if (isShort || value === null || value === undefined) parameter.typeOptions.length = shortText
    return parameter
  }
}

const unique = new Set([2601, 2627])
const foreignKey = 547

/** Sequelize knows broken constraints by English sentences, of which it lacks some: tasks that refer to tasks. */
function teachErrors(statement: Statement): void {
  const original = statement.formatError
  statement.formatError = function (error, stack) {
    const known = original.call(this, error, stack)
    if (known instanceof UniqueConstraintError || known instanceof ForeignKeyConstraintError) return known
    const { message, number = 0 } = error
    if (unique.has(number)) return new UniqueConstraintError({ message, parent: error, errors: [] })
    return number === foreignKey ? new ForeignKeyConstraintError({ message, parent: error }) : known
  }
}

function teachColumns({ STRING, TEXT, DATEONLY }: Types): void {
  STRING.prototype.toSql = function () {
    return `NVARCHAR(${this._length}) COLLATE ${binary}`
  }
  TEXT.prototype.toSql = () => `NVARCHAR(MAX) COLLATE ${binary}`
  DATEONLY.parse = storedDay
}

/** The driver hands a day back as midnight in UTC. Sequelize would read it in the zone of this machine: the day before. */
export const storedDay = (stored: unknown): unknown =>
  stored instanceof Date ? stored.toISOString().slice(0, 10) : stored

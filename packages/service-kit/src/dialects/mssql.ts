import { QueryTypes } from 'sequelize'
import { type Dialect, numberOf } from './dialect.ts'
import { openSqlServer, placeOfServer } from './mssql-connection.ts'

const claim = (table: string) => `
  UPDATE "${table}" SET state = 'claimed', attempts = attempts + 1, lease = $lease, leaseUntil = $leaseUntil
  OUTPUT inserted.id, inserted.attempts, inserted.dedupeKey, inserted.payload, inserted.runAt
  WHERE id IN (
    SELECT TOP ($most) id FROM "${table}" WITH (READPAST, UPDLOCK, ROWLOCK)
    WHERE queue = $queue AND state = 'waiting' AND runAt <= $now ORDER BY runAt
  )`

const deadlock = 1205
const lockTimeout = 1222
const snapshotConflict = 3960
const diskFull = new Set([1101, 1105, 9002])
const readOnly = new Set([3906, 3908])

/** Changes whenever a backup is restored. Not every login may see it, and not every engine that speaks T-SQL has it. */
const recoveryFork = `
  SELECT CAST(recovery_fork_guid AS NVARCHAR(36)) AS origin FROM sys.database_recovery_status
  WHERE database_id = DB_ID()`

export const mssql: Dialect = {
  name: 'mssql',
  open: openSqlServer,
  place: placeOfServer,
  originOf: async (db) => {
    const rows = await db.query<{ origin: string }>(recoveryFork, { type: QueryTypes.SELECT }).catch(() => [])
    return rows[0]?.origin ?? undefined
  },
  lockForMigrations: async (db, transaction) => {
    const sql = `EXEC sp_getapplock @Resource = 'doable-migrations', @LockMode = 'Exclusive', @LockTimeout = 60000`
    await db.query(sql, { transaction })
  },
  // Sequelize first drops the column's default constraint, which SQL Server insists on.
  dropColumn: (q, table, column) => q.removeColumn(table, column),
  increment: async (db, table, column, id, { by = 1, transaction } = {}) => {
    const [row] = await db.query<{ value: number }>(
      `UPDATE "${table}" SET "${column}" = "${column}" + $by OUTPUT inserted."${column}" AS value WHERE id = $id`,
      { bind: { by, id }, transaction, type: QueryTypes.SELECT },
    )
    return row?.value
  },
  claim: (db, table, wanted) => db.query(claim(table), { bind: wanted, type: QueryTypes.SELECT }),
  first: (rows) => `OFFSET 0 ROWS FETCH NEXT ${Math.trunc(rows)} ROWS ONLY`,
  joined: (expression, separator, orderBy) =>
    `STRING_AGG(CAST(${expression} AS NVARCHAR(MAX)), '${separator}') WITHIN GROUP (ORDER BY ${orderBy})`,
  contains: (column, ...bound) =>
    bound.map((text) => `CHARINDEX(${text}, ${column} COLLATE Latin1_General_100_CI_AI) > 0`).join(' AND '),
  bytes: (column) => `DATALENGTH(${column})`,
  idsIn: (bound) => `(SELECT id FROM OPENJSON(${bound}) WITH (id NVARCHAR(36) '$'))`,
  isConflict: (error) => [deadlock, lockTimeout, snapshotConflict].includes(numberOf(error) ?? 0),
  trouble: (error) => {
    const number = numberOf(error) ?? 0
    if (diskFull.has(number)) return 'full'
    if (readOnly.has(number)) return 'read-only'
    if (number === deadlock || number === lockTimeout) return 'busy'
    return /^SequelizeConnection/.test((error as Error).name) ? 'away' : undefined
  },
}

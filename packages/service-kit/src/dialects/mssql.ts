import { QueryTypes } from 'sequelize'
import type { Dialect } from './dialect.ts'
import { cautionOf, placeOfServer } from './mssql-address.ts'
import { openSqlServer } from './mssql-connection.ts'
import { takeYourTime } from './mssql-session.ts'
import { isConflict, isLost, trouble } from './mssql-trouble.ts'

const claim = (table: string) => `
  UPDATE "${table}" SET state = 'claimed', attempts = attempts + 1, lease = $lease, leaseUntil = $leaseUntil
  OUTPUT inserted.id, inserted.attempts, inserted.dedupeKey, inserted.payload, inserted.runAt
  WHERE id IN (
    SELECT TOP ($most) id FROM "${table}" WITH (READPAST, UPDLOCK, ROWLOCK)
    WHERE queue = $queue AND state = 'waiting' AND runAt <= $now ORDER BY runAt
  )`

/** Changes whenever a backup is restored. Not every login may see it, and not every engine that speaks T-SQL has it. */
const recoveryFork = `
  SELECT CAST(recovery_fork_guid AS NVARCHAR(36)) AS origin FROM sys.database_recovery_status
  WHERE database_id = DB_ID()`

/** Waits for as long as somebody else migrates; the server takes the lock back when the transaction or its owner ends. */
const applicationLock = `
  DECLARE @result INT;
  EXEC @result = sp_getapplock @Resource = N'doable-migrations', @LockMode = N'Exclusive',
    @LockOwner = N'Transaction', @LockTimeout = -1;
  SELECT @result AS result;`

export const mssql: Dialect = {
  name: 'mssql',
  open: openSqlServer,
  place: placeOfServer,
  caution: cautionOf,
  originOf: async (db) => {
    const rows = await db.query<{ origin: string }>(recoveryFork, { type: QueryTypes.SELECT }).catch(() => [])
    return rows[0]?.origin ?? undefined
  },
  lockForMigrations: async (db, transaction) => {
    takeYourTime((transaction as unknown as { connection: unknown }).connection)
    const [row] = await db.query<{ result: number }>(applicationLock, {
      transaction,
      type: QueryTypes.SELECT,
    })
    // Below zero it was not granted: out of time, cancelled, or the victim of a deadlock.
    if (row && row.result < 0) throw new Error(`sp_getapplock answered ${row.result}`)
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
  isConflict,
  isLost,
  trouble,
}

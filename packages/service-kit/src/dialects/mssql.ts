import { QueryTypes, type Transaction } from 'sequelize'
import type { Columns, Kind } from '../backup/kind.ts'
import { boundClaim, type Claim, type Dialect } from './dialect.ts'
import { cautionOf, placeOfServer } from './mssql-address.ts'
import { textsIn } from './mssql-bound.ts'
import { openSqlServer } from './mssql-connection.ts'
import { loosened, refuseOthers, tightened } from './mssql-replace.ts'
import { takeYourTime } from './mssql-session.ts'
import { isConflict, isLost, trouble } from './mssql-trouble.ts'

/** READPAST wants real locks, which READ_COMMITTED_SNAPSHOT does without unless it is told to take them. */
const dueRows = (table: string, { of, but }: Claim) => {
  const due = `FROM "${table}" WITH (READPAST, UPDLOCK, ROWLOCK, READCOMMITTEDLOCK)
    WHERE queue = $queue AND state = N'waiting' AND runAt <= $now`
  if (of !== undefined) return `SELECT TOP ($most) id ${due} AND owner = $of ORDER BY runAt`
  if (but === undefined) return `SELECT TOP ($most) id ${due} ORDER BY runAt`
  // What is only passed over is read without a lock: the rows that are taken are locked by being changed.
  return `SELECT TOP ($most) seen.id FROM (
      SELECT TOP ($scan) id, owner, runAt FROM "${table}"
      WHERE queue = $queue AND state = N'waiting' AND runAt <= $now ORDER BY runAt
    ) AS seen
    WHERE seen.owner IS NULL OR seen.owner NOT IN ${textsIn('$owners', 36)} ORDER BY seen.runAt`
}

/** Another may have taken a row since it was looked at, where nothing was locked: the state is asked once more. */
const claim = (table: string, wanted: Claim) => `
  UPDATE "${table}" SET state = N'claimed', attempts = attempts + 1, lease = $lease, leaseUntil = $leaseUntil
  OUTPUT inserted.id, inserted.owner, inserted.attempts, inserted.dedupeKey, inserted.payload, inserted.runAt, inserted.traceparent
  WHERE state = N'waiting' AND id IN (${dueRows(table, wanted)})`

/** SQL Server drops no column that a default or a foreign key still refers to, and both have names of its own choice. */
const dropColumn = (table: string, column: string) => `
  DECLARE @bound NVARCHAR(MAX) = (
    SELECT STRING_AGG(N'ALTER TABLE [${table}] DROP CONSTRAINT ' + QUOTENAME(o.name), N'; ')
    FROM sys.objects o
    WHERE o.object_id IN (
      SELECT d.object_id FROM sys.default_constraints d
      WHERE d.parent_object_id = OBJECT_ID(N'[${table}]')
        AND d.parent_column_id = COLUMNPROPERTY(OBJECT_ID(N'[${table}]'), N'${column}', 'ColumnId')
      UNION ALL
      SELECT f.constraint_object_id FROM sys.foreign_key_columns f
      WHERE f.parent_object_id = OBJECT_ID(N'[${table}]')
        AND f.parent_column_id = COLUMNPROPERTY(OBJECT_ID(N'[${table}]'), N'${column}', 'ColumnId')
    )
  );
  IF @bound IS NOT NULL EXEC (@bound);
  ALTER TABLE [${table}] DROP COLUMN [${column}];`

/** Changes whenever a backup is restored. Not every login may see it, and not every engine that speaks T-SQL has it. */
const recoveryFork = `
  SELECT CAST(recovery_fork_guid AS NVARCHAR(36)) AS origin FROM sys.database_recovery_status
  WHERE database_id = DB_ID()`

/** Data and log, as the engine counts them: pages of 8 KiB. */
const fileSizes = `SELECT SUM(CAST(size AS BIGINT)) * 8192 AS bytes FROM sys.database_files`

/** Waits for as long as somebody else migrates; the server takes the lock back when the transaction or its owner ends. */
const applicationLock = `
  DECLARE @result INT;
  EXEC @result = sp_getapplock @Resource = N'doable-migrations', @LockMode = N'Exclusive',
    @LockOwner = N'Transaction', @LockTimeout = -1;
  SELECT @result AS result;`

export const rowNumber = 'rowNumber'

const typesInJson: Record<Kind, string> = {
  text: 'NVARCHAR(MAX)',
  number: 'BIGINT',
  flag: 'BIT',
  instant: 'DATETIMEOFFSET',
  day: 'DATE',
  bytes: 'VARBINARY(MAX)',
}

function rowsIn(bound: string, columns: Columns): string {
  const kinds = [...Object.entries(columns), ['rowOfBatch', 'number'] as const]
  const read = kinds.map(([name, kind], at) => `"${name}" ${typesInJson[kind]} '$[${at}]'`)
  return `OPENJSON(${bound}) WITH (${read.join(', ')})`
}

export const mssql: Dialect = {
  name: 'mssql',
  open: openSqlServer,
  place: placeOfServer,
  caution: cautionOf,
  originOf: async (db) => {
    const rows = await db.query<{ origin: string }>(recoveryFork, { type: QueryTypes.SELECT }).catch(() => [])
    return rows[0]?.origin ?? undefined
  },
  sizeOf: async (db) => {
    const [row] = await db.query<{ bytes: string }>(fileSizes, { type: QueryTypes.SELECT })
    return Number(row?.bytes)
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
  dropColumn: async (q, table, column) => {
    await q.sequelize.query(dropColumn(table, column))
  },
  // Not of the model's: SQL Server fills it in, and drift() leaves it out.
  numberRows: async (q, table) => {
    await q.sequelize.query(`ALTER TABLE "${table}" ADD "${rowNumber}" BIGINT IDENTITY(1,1) NOT NULL`)
  },
  written: `"${rowNumber}"`,
  increment: async (db, table, column, id, { by = 1, transaction } = {}) => {
    const [row] = await db.query<{ value: number }>(
      `UPDATE "${table}" SET "${column}" = "${column}" + $by OUTPUT inserted."${column}" AS value WHERE id = $id`,
      { bind: { by, id }, transaction, type: QueryTypes.SELECT },
    )
    return row?.value
  },
  insert: async (db, table, rows, { transaction, columns }) => {
    const q = db.getQueryInterface()
    // Sequelize reads the columns' types from it, which its types leave out.
    const bulkInsert = q.bulkInsert as (...given: [string, object[], object, object]) => Promise<unknown>
    await bulkInsert.call(q, table, rows, { transaction }, columns)
  },
  claim: (db, table, wanted) =>
    db.query(claim(table, wanted), { bind: boundClaim(wanted), type: QueryTypes.SELECT }),
  // What others write meanwhile is not known here.
  remembered: (_db, _key, read) => read(),
  first: (rows) => `OFFSET 0 ROWS FETCH NEXT ${rows} ROWS ONLY`,
  joined: (expression, separator, orderBy) =>
    `STRING_AGG(CAST(${expression} AS NVARCHAR(MAX)), '${separator}') WITHIN GROUP (ORDER BY ${orderBy})`,
  contains: (column, ...bound) =>
    bound
      .map((text) => `CHARINDEX(${text}, ${column} COLLATE Latin1_General_100_CI_AI_SC) > 0`)
      .join(' AND '),
  // Kept as UTF-16, two bytes for what is one in UTF-8 most of the time.
  bytes: (column) => `DATALENGTH(${column}) / 2`,
  constant: (text) => `N'${text}'`,
  idsIn: (bound) => textsIn(bound, 36),
  // Sequelize hands on what it does not know. A database needs ALLOW_SNAPSHOT_ISOLATION for it.
  snapshot: { isolationLevel: 'SNAPSHOT' as Transaction.ISOLATION_LEVELS },
  walkBy: async (db, table, key) => {
    const columns = await db.getQueryInterface().describeTable(table)
    return Object.hasOwn(columns, rowNumber) ? [rowNumber] : key
  },
  rowsIn,
  loosenKeys: async (db, tables) => {
    for (const table of tables) await db.query(loosened(table))
  },
  tightenKeys: async (db, tables) => {
    for (const table of tables) await db.query(tightened(table))
  },
  replace: async (url, settings, stopped, fill) => {
    const db = await openSqlServer(url, settings)
    try {
      await refuseOthers(db, placeOfServer(url), stopped)
      await fill(db)
      return undefined
    } finally {
      await db.close()
    }
  },
  isConflict,
  isLost,
  trouble,
}

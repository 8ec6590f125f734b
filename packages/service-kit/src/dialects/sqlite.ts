import { resolve } from 'node:path'
import { QueryTypes, Sequelize, Transaction } from 'sequelize'
import type { Columns, Kind } from '../backup/kind.ts'
import { transactionOf } from '../current-transaction.ts'
import { BadSetting } from '../setting.ts'
import { bindConditions } from './bound-conditions.ts'
import { boundClaim, type Claim, codeOf, type Dialect } from './dialect.ts'
import { type AdapterOptions, sqliteModule, standardPragmas } from './sqlite-adapter.ts'
import { originOf } from './sqlite-file.ts'
import { storedInstant } from './sqlite-handle.ts'
import type { Memory } from './sqlite-memory.ts'
import { replaceFile } from './sqlite-replace.ts'
import { goStraight } from './sqlite-straight.ts'

/**
 * Not in Sequelize's types, though it asks for it. The adapter turns them on for each handle once; turned on again, as with
 * each transaction, SQLite would forget every statement that it has prepared.
 */
const foreignKeysOnce = { foreignKeys: false }

const memories = new WeakMap<Sequelize, Memory>()

export function openSqlite(file: string, options?: AdapterOptions): Sequelize {
  const dialectModule = sqliteModule(options)
  const db = new Sequelize({
    dialect: 'sqlite',
    storage: file,
    dialectModule,
    logging: false,
    transactionType: Transaction.TYPES.IMMEDIATE,
    ...foreignKeysOnce,
    // Without "create if missing", for which Sequelize would make the folder anew with each transaction.
    dialectOptions: { mode: dialectModule.OPEN_READWRITE },
    retry: { max: 1 },
  })
  bindConditions(db, textsIn)
  goStraight(db, dialectModule, file)
  const memory = dialectModule.memoryOf(file)
  memories.set(db, memory)
  const close = db.close.bind(db)
  db.close = async () => {
    await close()
    memory.close()
    dialectModule.closeIdle()
  }
  return db
}

/** A row as JSON brings it to a table: an instant in JSON's own form would not compare with those that are stored. */
const storedRow = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? storedInstant(value) : value]),
  )

const textsIn = (bound: string) => `(SELECT value FROM json_each(${bound}))`

const fileOf = (url: string) => url.slice('sqlite:'.length).replace(/\?.*$/, '')

/** `?synchronous=full` is all there is to choose. */
function pragmasOf(url: string): string[] {
  const [, query = ''] = url.split('?')
  if (query === '') return []
  if (query === 'synchronous=full') return [query]
  throw new BadSetting(`DATABASE_URL ends in "?${query}"; SQLite knows "?synchronous=full" only.`)
}

/** By rowid, which every index holds: what is passed over is not read. */
const dueRows = (table: string, { of, but }: Claim) => {
  const due = `FROM "${table}" WHERE queue = $queue AND state = 'waiting' AND runAt <= $now`
  if (of !== undefined) return `SELECT rowid ${due} AND owner = $of ORDER BY runAt LIMIT $most`
  if (but === undefined) return `SELECT rowid ${due} ORDER BY runAt LIMIT $most`
  return `
    SELECT place FROM (SELECT rowid AS place, owner, runAt ${due} ORDER BY runAt LIMIT $scan) AS seen
    WHERE owner IS NULL OR owner NOT IN (SELECT value FROM json_each($owners)) ORDER BY runAt LIMIT $most`
}

/** Instants in the letters in which Sequelize writes them. */
const fromJson = (kind: Kind, at: number) => {
  const value = `json_extract(value, '$[${at}]')`
  return kind === 'instant' ? `replace(replace(${value}, 'T', ' '), 'Z', ' +00:00')` : value
}

function rowsIn(bound: string, columns: Columns): string {
  const read = Object.entries(columns).map(([name, kind], at) => `${fromJson(kind, at)} AS "${name}"`)
  return `(SELECT ${read.join(', ')}, ${fromJson('number', read.length)} AS "rowOfBatch" FROM json_each(${bound}))`
}

const claim = (table: string, wanted: Claim) => `
  UPDATE "${table}" SET state = 'claimed', attempts = attempts + 1, lease = $lease, leaseUntil = $leaseUntil
  WHERE rowid IN (${dueRows(table, wanted)})
  RETURNING id, owner, attempts, dedupeKey, payload, runAt, traceparent`

const fileSize = `SELECT pages.page_count * size.page_size AS bytes FROM pragma_page_count() AS pages, pragma_page_size() AS size`

const pragmas = (url: string) => [...standardPragmas, ...pragmasOf(url)]

export const sqlite: Dialect = {
  name: 'sqlite',
  open: async (url) => openSqlite(fileOf(url), { pragmas: pragmas(url) }),
  place: (url) => resolve(fileOf(url)),
  caution: () => undefined,
  originOf: async (db) => originOf((db as unknown as { options: { storage: string } }).options.storage),
  sizeOf: async (db) => {
    const [row] = await db.query<{ bytes: number }>(fileSize, { type: QueryTypes.SELECT })
    return Number(row?.bytes)
  },
  // The transaction that migrates is the one writer of the file already.
  lockForMigrations: async () => {},
  dropColumn: async (q, table, column) => {
    await q.sequelize.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`)
  },
  // Every table has numbered rows already. The sign keeps SQLite from reading the whole table in this order.
  numberRows: async () => {},
  written: '+rowid',
  increment: async (db, table, column, id, { by = 1, transaction } = {}) => {
    const [row] = await db.query<{ value: number }>(
      `UPDATE "${table}" SET "${column}" = "${column}" + $by WHERE id = $id RETURNING "${column}" AS value`,
      { bind: { by, id }, transaction, type: QueryTypes.SELECT },
    )
    return row?.value
  },
  insert: async (db, table, rows, { transaction }) => {
    const [first = {}] = rows as Record<string, unknown>[]
    const names = Object.keys(first)
    const isOne = rows.length === 1
    const values = isOne
      ? `VALUES (${names.map((name) => `$${name}`)})`
      : `SELECT ${names.map((name) => `value ->> '${name}'`)} FROM json_each($rows)`
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) ${values}`
    const bind = isOne ? first : { rows: JSON.stringify(rows.map(storedRow)) }
    await db.query(sql, { bind, transaction, type: QueryTypes.INSERT })
  },
  claim: (db, table, wanted) =>
    db.query(claim(table, wanted), { bind: boundClaim(wanted), type: QueryTypes.SELECT }),
  remembered: async (db, key, read) => {
    const memory = memories.get(db)
    return memory && !transactionOf(db) ? memory.remembered(key, read) : read()
  },
  first: (rows) => `LIMIT ${rows}`,
  joined: (expression, separator, orderBy) =>
    `group_concat(${expression}, '${separator}' ORDER BY ${orderBy})`,
  contains: (column, ...bound) => `holds(${[column, ...bound].join(', ')})`,
  bytes: (column) => `octet_length(${column})`,
  constant: (text) => `'${text}'`,
  idsIn: textsIn,
  // Not IMMEDIATE, which would keep all others from writing.
  snapshot: { type: Transaction.TYPES.DEFERRED },
  walkBy: async () => ['rowid'],
  rowsIn,
  loosenKeys: async (db) => {
    await db.query('PRAGMA defer_foreign_keys = ON')
  },
  tightenKeys: async (db) => {
    const broken = await db.query<{ table: string }>('PRAGMA foreign_key_check', { type: QueryTypes.SELECT })
    if (broken[0])
      throw new Error(`${broken.length} rows refer to nothing, one of them in ${broken[0].table}`)
  },
  replace: (url, _settings, stopped, fill) => {
    const open = (file: string) => openSqlite(file, { pragmas: pragmas(url) })
    return replaceFile(resolve(fileOf(url)), { open, fill, stopped })
  },
  // A conflict cannot happen: every transaction that writes has waited in line for the one lock.
  isConflict: () => false,
  isLost: () => false,
  trouble: (error) => {
    const code = codeOf(error)
    if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'full'
    if (code === 'SQLITE_READONLY') return 'read-only'
    if (code === 'SQLITE_MOVED') return 'moved'
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return 'busy'
    return code === 'SQLITE_IOERR' || code === 'SQLITE_CANTOPEN' ? 'away' : undefined
  },
}

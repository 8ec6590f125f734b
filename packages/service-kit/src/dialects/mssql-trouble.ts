import { AccessDeniedError, ConnectionAcquireTimeoutError, ConnectionError } from 'sequelize'
import { codeOf, type Dialect, numberOf } from './dialect.ts'

// What the numbers are: https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
const deadlock = 1205
const lockTimeout = 1222
const snapshotConflict = 3960
/** The transaction was undone by the server before its end. */
const undone = 3998

const conflicts = new Set([deadlock, lockTimeout, snapshotConflict, undone])
/** Locks, memory or workers are short; statements queue for them. */
const busy = new Set([...conflicts, 701, 1204, 8645, 8651, 10928, 10929, 40501])
const full = new Set([1101, 1105, 9002])
const readOnly = new Set([3906, 3908])
/** The database is being recovered, moved to another server, restored, offline, or the server shuts down. */
const away = new Set([921, 922, 924, 927, 942, 945, 976, 983, 4060, 6005, 18_401, 40_197, 40_613])

/** What tedious and the network call a connection that broke under a statement, or was found broken by it. */
const broken = new Set([
  'ESOCKET',
  'ECONNRESET',
  'EPIPE',
  'ECLOSE',
  'EINVALIDSTATE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/** The server has undone all of the transaction, or says that this statement did nothing; the same again may succeed. */
export const isConflict: Dialect['isConflict'] = (error) => conflicts.has(numberOf(error) ?? 0)

/** The connection broke, or none could be made. A full pool is no broken connection, and a wrong password stays wrong. */
export const isLost: Dialect['isLost'] = (error) => {
  if (error instanceof ConnectionAcquireTimeoutError || error instanceof AccessDeniedError) return false
  return error instanceof ConnectionError || broken.has(codeOf(error) ?? '')
}

export const trouble: Dialect['trouble'] = (error) => {
  const number = numberOf(error) ?? 0
  if (full.has(number)) return 'full'
  if (readOnly.has(number)) return 'read-only'
  if (error instanceof ConnectionAcquireTimeoutError || busy.has(number)) return 'busy'
  if (error instanceof ConnectionError || isLost(error) || away.has(number)) return 'away'
  // A statement that took longer than DATABASE_TIMEOUT.
  return codeOf(error) === 'ETIMEOUT' ? 'busy' : undefined
}

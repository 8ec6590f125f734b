import type { Sequelize } from 'sequelize'
import type { Connection, Request } from 'tedious'

/** What tedious keeps to itself, and what the guards here need to know of it. */
type Session = Connection & {
  socket?: import('node:net').Socket
  inTransaction: boolean
  closed: boolean
  state: { name: string }
  /** Sequelize's: closed where it ends the connection itself. */
  queue: { closed: boolean }
  fresh?: () => boolean
  config: { options: { requestTimeout: number } }
}
type Done = (error?: Error | null) => void

const busy = ({ state, closed }: Session) => !closed && state.name !== 'LoggedIn'

/** After this much longer than a statement may take, a server that has begun to answer and went silent is given up. */
const silenceMs = 5_000

/**
 * Makes each new connection safe to keep in a pool, where Sequelize and tedious by themselves leave gaps:
 * docs/decisions/0036-sql-server-that-goes-away.md.
 */
export function guardSessions(db: Sequelize): void {
  let broken = 0
  db.addHook('afterConnect', (connection) => {
    const session = connection as Session
    const before = broken
    guardTransaction(session)
    endSilence(session)
    // Where one connection broke, those made before it are as good as broken: none is offered to whoever tries again.
    session.fresh = () => broken === before
    session.on('end', () => {
      if (!session.queue.closed) broken += 1
    })
  })
}

/**
 * The server undoes a transaction by itself, as the victim of a deadlock for one. What is still sent in its name would
 * then be kept at once, each statement by itself; and there is nothing left that a ROLLBACK could undo.
 */
function guardTransaction(session: Session): void {
  // Only a server that told of the beginning tells of the end.
  let told = false
  const gone = () => told && !session.inTransaction && !session.closed
  const { beginTransaction, commitTransaction, rollbackTransaction, execSql } = session
  const begun = (done: Done) => (error?: Error | null) => {
    told = !error && session.inTransaction
    done(error)
  }
  session.beginTransaction = (done, ...rest) => beginTransaction.call(session, begun(done as Done), ...rest)
  session.commitTransaction = (done, ...rest) => {
    if (gone()) return (done as Done)(undone())
    told = false
    return commitTransaction.call(session, done, ...rest)
  }
  session.rollbackTransaction = (done, ...rest) => {
    const nothingLeft = session.closed || gone()
    told = false
    return nothingLeft ? (done as Done)() : rollbackTransaction.call(session, done, ...rest)
  }
  session.execSql = (request: Request) =>
    gone() ? request.callback(undone()) : execSql.call(session, request)
}

/** The number is that of "the transaction is not valid": nothing of it was kept. */
const undone = () =>
  Object.assign(new Error('the server has undone the transaction'), { code: 'EREQUEST', number: 3998 })

/** tedious stops its clock at the first byte of an answer; a server that falls silent after it would be waited for forever. */
function endSilence(session: Session): void {
  const { requestTimeout } = session.config.options
  if (!requestTimeout || !session.socket) return
  const { socket } = session
  socket.setTimeout(requestTimeout + silenceMs, () => {
    if (busy(session) && mayEnd(session)) socket.destroy(silence())
  })
}

const silence = () => Object.assign(new Error('the server fell silent'), { code: 'ECONNRESET' })
const mayEnd = ({ config }: Session) => config.options.requestTimeout > 0

/** Lets the statements of a connection take as long as they need; it is then not used for anything else. */
export function takeYourTime(connection: unknown): void {
  ;(connection as Session).config.options.requestTimeout = 0
}

/** Whether a connection of the pool can be used (again). */
export const usable = (connection: unknown): boolean => {
  const { closed, state, config, fresh } = connection as Session
  return !closed && state.name === 'LoggedIn' && config.options.requestTimeout > 0 && fresh?.() !== false
}

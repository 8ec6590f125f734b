import { type ModelStatic, Op, QueryTypes, type Sequelize } from 'sequelize'
import type { RedisClient } from './redis.ts'
import { instant } from './rows.ts'
import { type SessionRow, sessionColumns, sessionsTable } from './session-table.ts'

/** A session as it is kept. Instants are ISO 8601 in UTC. */
export type StoredSession = {
  hash: string
  id: string
  personId: string
  token: string
  agent: string
  device: string
  address: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
}

/** Where sessions are kept: one driver here, Redis in a fleet. */
export interface SessionStore {
  find(hash: string): Promise<StoredSession | undefined>
  add(session: StoredSession): Promise<void>
  /** The same session under a new secret; the old one is void at once. */
  move(oldHash: string, session: StoredSession): Promise<void>
  touch(hash: string, seen: { lastSeenAt: string; address: string }): Promise<void>
  /** Answers whether this person had that session. */
  remove(personId: string, id: string): Promise<boolean>
  /** Answers how many there were. */
  removeAll(personId: string, exceptId?: string): Promise<number>
  ofPerson(personId: string): Promise<StoredSession[]>
  /** Forgets what ended or was last used before these moments. */
  purge(expiredBy: Date, unusedSince: Date): Promise<number>
}

const byHash = `SELECT ${Object.keys(sessionColumns).map((name) => `"${name}"`)} FROM "Sessions" WHERE hash = $hash`

class DatabaseSessions implements SessionStore {
  readonly #db: Sequelize
  readonly #rows: ModelStatic<SessionRow>
  constructor(db: Sequelize) {
    this.#db = db
    this.#rows = sessionsTable(db)
  }
  /** Runs once for every request, so it reads a plain row. */
  async find(hash: string) {
    const [row] = await this.#db.query<SessionRow>(byHash, { bind: { hash }, type: QueryTypes.SELECT })
    return row ? stored(row) : undefined
  }
  async add(session: StoredSession) {
    await this.#rows.create(session)
  }
  async move(hash: string, session: StoredSession) {
    await this.#rows.update({ ...session }, { where: { hash } })
  }
  async touch(hash: string, seen: { lastSeenAt: string; address: string }) {
    await this.#rows.update(seen, { where: { hash } })
  }
  async remove(personId: string, id: string) {
    return (await this.#rows.destroy({ where: { personId, id } })) > 0
  }
  removeAll(personId: string, exceptId?: string) {
    return this.#rows.destroy({ where: { personId, ...(exceptId && { id: { [Op.ne]: exceptId } }) } })
  }
  async ofPerson(personId: string) {
    const rows = await this.#rows.findAll({ where: { personId }, order: [['lastSeenAt', 'DESC']], raw: true })
    return rows.map(stored)
  }
  purge(expiredBy: Date, unusedSince: Date) {
    const ended = [{ expiresAt: { [Op.lte]: expiredBy } }, { lastSeenAt: { [Op.lte]: unusedSince } }]
    return this.#rows.destroy({ where: { [Op.or]: ended } })
  }
}

const stored = (row: SessionRow): StoredSession => ({
  ...row,
  createdAt: instant(row.createdAt),
  lastSeenAt: instant(row.lastSeenAt),
  expiresAt: instant(row.expiresAt),
})

/** The store that all processes on one Redis share; without one, sessions are rows of the database. */
export const openSessionStore = (_redis: RedisClient | undefined, db: Sequelize): SessionStore =>
  new DatabaseSessions(db)

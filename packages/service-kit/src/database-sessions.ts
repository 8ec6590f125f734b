import { type ModelStatic, Op, QueryTypes, type Sequelize } from 'sequelize'
import { dialectOf } from './database.ts'
import { instant } from './rows.ts'
import type { SessionStore, StoredSession } from './session-store.ts'
import { type SessionRow, sessionColumns, sessionsTable } from './session-table.ts'

const byHash = `SELECT ${Object.keys(sessionColumns).map((name) => `"${name}"`)} FROM "Sessions" WHERE hash = $hash`

/** Sessions as rows of the database. */
export class DatabaseSessions implements SessionStore {
  readonly #db: Sequelize
  readonly #rows: ModelStatic<SessionRow>
  constructor(db: Sequelize) {
    this.#db = db
    this.#rows = sessionsTable(db)
  }
  /** Runs once for every request, so it reads a plain row, and only where something was written since. */
  find(hash: string) {
    return dialectOf(this.#db).remembered(this.#db, `session ${hash}`, () => this.#read(hash))
  }
  async #read(hash: string) {
    const [row] = await this.#db.query<SessionRow>(byHash, { bind: { hash }, type: QueryTypes.SELECT })
    return row ? stored(row) : undefined
  }
  async add(session: StoredSession) {
    await this.#rows.create(session)
  }
  async move(hash: string, session: StoredSession) {
    const [moved] = await this.#rows.update({ ...session }, { where: { hash } })
    return moved > 0
  }
  async touch({ hash, lastSeenAt, address }: StoredSession) {
    await this.#rows.update({ lastSeenAt, address }, { where: { hash } })
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
  count(now: Date) {
    return this.#rows.count({ where: { expiresAt: { [Op.gt]: now } } })
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

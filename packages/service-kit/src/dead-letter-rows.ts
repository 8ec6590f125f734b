import { Op, type Sequelize, UniqueConstraintError } from 'sequelize'
import type { Clock } from './clock.ts'
import { type DeadLetter, type DeadLetters, mostListed, reasonOf } from './dead-letter.ts'
import type { DomainEvent } from './event-log.ts'
import { eventOf, eventsTable, handledTable, type StoredEvent } from './event-tables.ts'
import { instant } from './rows.ts'
import { inTransaction } from './transaction.ts'

const putAside = { failure: { [Op.ne]: null } }

/** In one process: a mark on the rows of handled events. The events themselves are in their services' tables. */
export class DeadLetterRows implements DeadLetters {
  readonly #db: Sequelize
  readonly #clock: Clock
  readonly #services: string[]
  constructor(db: Sequelize, clock: Clock, services: string[]) {
    this.#db = db
    this.#clock = clock
    this.#services = services
  }

  async add(group: string, { id: eventId, type }: DomainEvent, failure: unknown): Promise<void> {
    const row = { eventId, type, handledAt: this.#clock.now(), failure: reasonOf(failure) }
    try {
      await handledTable(this.#db, group).create(row)
    } catch (error) {
      if (!(error instanceof UniqueConstraintError)) throw error
    }
  }

  async list(group?: string): Promise<DeadLetter[]> {
    const groups = this.#services.filter((name) => !group || name === group)
    const found = (await Promise.all(groups.map((name) => this.#of(name)))).flat()
    return found.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-mostListed)
  }

  async count(): Promise<number> {
    const tables = this.#services.map((name) => handledTable(this.#db, name))
    const counts = await Promise.all(tables.map((table) => table.count({ where: putAside })))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /** As if it had not been sent yet: the relay sends it again, and all others know that they handled it. */
  async replay(group: string, eventId: string): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      const letter = { where: { eventId, ...putAside }, transaction }
      if (!this.#services.includes(group) || !(await handledTable(this.#db, group).count(letter)))
        return false
      const owner = await this.#ownerOf(eventId)
      if (!owner) return false
      await eventsTable(this.#db, owner).update(
        { publishedAt: null },
        { where: { id: eventId }, transaction },
      )
      return (await handledTable(this.#db, group).destroy(letter)) > 0
    })
  }

  async discard(group: string, eventId: string): Promise<boolean> {
    if (!this.#services.includes(group)) return false
    const where = { eventId, ...putAside }
    const [found] = await handledTable(this.#db, group).update({ failure: null }, { where })
    return found > 0
  }

  async #of(group: string): Promise<DeadLetter[]> {
    const order: [string, string][] = [['handledAt', 'DESC']]
    const query = { where: putAside, order, limit: mostListed, raw: true }
    const rows = await handledTable(this.#db, group).findAll(query)
    const letters = rows.map(async ({ eventId, type, failure, handledAt }): Promise<DeadLetter> => {
      const row = await this.#rowOf(eventId)
      const event = row ? eventOf(row) : null
      return { group, eventId, type, reason: failure ?? '', tries: null, at: instant(handledAt), event }
    })
    return Promise.all(letters)
  }

  async #ownerOf(eventId: string): Promise<string | undefined> {
    for (const name of this.#services)
      if (await eventsTable(this.#db, name).count({ where: { id: eventId } })) return name
    return undefined
  }

  async #rowOf(eventId: string): Promise<StoredEvent | null> {
    const owner = await this.#ownerOf(eventId)
    return owner ? eventsTable(this.#db, owner).findByPk(eventId, { raw: true }) : null
  }
}

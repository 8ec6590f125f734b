import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { RedisClient } from './redis.ts'
import {
  addRecord,
  listRecords,
  moveRecord,
  removeRecord,
  removeRecords,
  useRecord,
} from './session-scripts.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

type Options = Pick<Config, 'sessionIdleDays'>

const day = 86_400_000
const record = 'doable:{sessions}:record:'
/** When each record ends, so that they can be counted without looking at all keys. */
const ends = 'doable:{sessions}:ends'
const indexOf = (personId: string) => `doable:{sessions}:of:${personId}`

/**
 * Sessions in Redis, shared by every replica of every service. Redis forgets by itself what is not used; how long that
 * is counts from the clock of the process that asks. A record is found by the SHA-256 of its secret only.
 */
export class RedisSessions implements SessionStore {
  readonly #redis: RedisClient
  readonly #clock: Clock
  readonly #idleMs: number
  constructor(redis: RedisClient, clock: Clock, { sessionIdleDays }: Options) {
    this.#redis = redis
    this.#clock = clock
    this.#idleMs = sessionIdleDays * day
  }

  async find(hash: string) {
    const value = await useRecord(this.#redis, [record + hash, ends], [this.#now, this.#idleMs])
    return stored(record + hash, value)
  }

  async add(session: StoredSession) {
    const keys = [record + session.hash, indexOf(session.personId), ends]
    await addRecord(this.#redis, keys, this.#kept(session))
  }

  async move(oldHash: string, session: StoredSession) {
    const keys = [record + session.hash, indexOf(session.personId), ends, record + oldHash]
    return (await moveRecord(this.#redis, keys, this.#kept(session))) === 1
  }

  async touch(session: StoredSession) {
    await this.#redis.set(record + session.hash, textOf(session), 'KEEPTTL', 'XX')
  }

  async remove(personId: string, id: string) {
    return Number(await removeRecord(this.#redis, [indexOf(personId), ends], [id])) > 0
  }

  async removeAll(personId: string, exceptId = '') {
    return Number(await removeRecords(this.#redis, [indexOf(personId), ends], [exceptId]))
  }

  async ofPerson(personId: string) {
    const found = (await listRecords(this.#redis, [indexOf(personId)], [])) as string[]
    const all = found.flatMap((key, at) => (at % 2 === 0 ? (stored(key, found[at + 1]) ?? []) : []))
    return all.sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt))
  }

  count(now: Date) {
    return this.#redis.zcount(ends, `(${now.getTime()}`, '+inf')
  }

  /** Redis has forgotten the records already: what remains is that they are not counted any more. */
  purge(expiredBy: Date) {
    return this.#redis.zremrangebyscore(ends, '-inf', expiredBy.getTime())
  }

  #kept(session: StoredSession) {
    const capped = Math.max(1, Date.parse(session.expiresAt) - this.#now)
    return [textOf(session), Math.min(capped, this.#idleMs), session.id, capped, this.#now]
  }
  get #now() {
    return this.#clock.now().getTime()
  }
}

/** The secret's hash is in the key, and not twice. */
function textOf({ hash: _hash, expiresAt, ...rest }: StoredSession): string {
  return `${Date.parse(expiresAt)} ${JSON.stringify(rest)}`
}

/** What cannot be read is nobody. */
function stored(key: string, value: unknown): StoredSession | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const rest = JSON.parse(value.slice(14)) as Omit<StoredSession, 'hash' | 'expiresAt'>
    const expiresAt = new Date(Number(value.slice(0, 13))).toISOString()
    return { ...rest, expiresAt, hash: key.slice(record.length) }
  } catch {
    return undefined
  }
}

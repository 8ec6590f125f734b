import { type DeadLetter, type DeadLetters, mostListed, reasonOf } from './dead-letter.ts'
import type { DomainEvent } from './event-log.ts'
import { partitionOf, partitionStream } from './event-partition.ts'
import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'

const stream = 'doable:{events}:dead'
/** Which entry of the stream is whose letter: `<group> <event id>`. */
const index = 'doable:{events}:dead:ids'
const keptMs = 30 * 24 * 60 * 60 * 1000

/** Puts a letter in unless it is there. */
const put = redisScript(`
  if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return end
  redis.call('HSET', KEYS[2], ARGV[1], redis.call('XADD', KEYS[1], '*', unpack(ARGV, 2)))
`)

/** Drops what is too old, by the time of Redis, which wrote the ids. */
const forget = redisScript(`
  local before = redis.call('TIME')[1] * 1000 - ARGV[1]
  for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', string.format('%.0f', before))) do
    redis.call('HDEL', KEYS[2], entry[2][2] .. ' ' .. entry[2][4])
    redis.call('XDEL', KEYS[1], entry[1])
  end
`)

/** Takes a letter away and answers whether there was one; ARGV[2] and on are what to send where, if anything. */
const take = redisScript(`
  local id = redis.call('HGET', KEYS[2], ARGV[1])
  if not id then return 0 end
  if KEYS[3] then redis.call('XADD', KEYS[3], '*', unpack(ARGV, 2)) end
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('XDEL', KEYS[1], id)
  return 1
`)

/** Forgets the letters of more than 30 days ago. */
export async function forgetOldLetters(redis: RedisClient, olderThanMs = keptMs): Promise<void> {
  await forget(redis, [stream, index], [olderThanMs])
}

const letterKey = (group: string, eventId: string) => `${group} ${eventId}`
const textOf = (fields: string[], name: string) => fields[fields.indexOf(name) + 1] ?? ''

/** In a fleet: a stream that all services share. */
export class DeadLetterStream implements DeadLetters {
  readonly #redis: RedisClient
  constructor(redis: RedisClient) {
    this.#redis = redis
  }

  async add(group: string, event: DomainEvent, failure: unknown, tries: number): Promise<void> {
    const letter = { group, eventId: event.id, type: event.type, reason: reasonOf(failure), tries }
    const fields = Object.entries({ ...letter, event: JSON.stringify(event) }).flat()
    await put(this.#redis, [stream, index], [letterKey(group, event.id), ...fields])
  }

  async list(group?: string): Promise<DeadLetter[]> {
    const entries = await this.#redis.xrevrange(stream, '+', '-', 'COUNT', mostListed)
    const letters = entries.reverse().map(([id, fields]) => letterOf(id, fields))
    return letters.filter((letter) => !group || letter.group === group)
  }

  count(): Promise<number> {
    return this.#redis.hlen(index)
  }

  async replay(group: string, eventId: string): Promise<boolean> {
    const letter = await this.#find(group, eventId)
    if (!letter?.event) return false
    const to = partitionStream(partitionOf(letter.event.scopeId))
    const fields = ['type', letter.type, 'event', JSON.stringify(letter.event), 'for', group]
    return (await take(this.#redis, [stream, index, to], [letterKey(group, eventId), ...fields])) === 1
  }

  async discard(group: string, eventId: string): Promise<boolean> {
    return (await take(this.#redis, [stream, index], [letterKey(group, eventId)])) === 1
  }

  async #find(group: string, eventId: string): Promise<DeadLetter | undefined> {
    const id = await this.#redis.hget(index, letterKey(group, eventId))
    const [entry] = id ? await this.#redis.xrange(stream, id, id) : []
    return entry && letterOf(...entry)
  }
}

function letterOf(id: string, fields: string[]): DeadLetter {
  const text = (name: string) => textOf(fields, name)
  const at = new Date(Number(id.split('-')[0])).toISOString()
  const [group, eventId, type, reason] = [text('group'), text('eventId'), text('type'), text('reason')]
  return { group, eventId, type, reason, tries: Number(text('tries')), at, event: JSON.parse(text('event')) }
}

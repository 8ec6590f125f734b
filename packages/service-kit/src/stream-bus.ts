import { randomUUID } from 'node:crypto'
import type { AloneWork, Bus, Consumer } from './bus.ts'
import { forgetOldLetters } from './dead-letter-stream.ts'
import type { DomainEvent } from './event-log.ts'
import { partitionOf, partitionStream, partitions } from './event-partition.ts'
import type { Logger } from './log.ts'
import type { RedisClient } from './redis.ts'
import { isRedisAway } from './redis.ts'
import { giveTurnBack, keepTurn, takeTurn } from './sending-turn.ts'
import { StreamGroup } from './stream-group.ts'
import { trimStream } from './stream-trim.ts'

const trimEvery = 10 * 60_000
/** What ioredis says when a connection is lost, or when the nodes of a cluster are others. */
const breaking = ['close', '+node', '-node']

/**
 * Redis Streams: what is published is kept there until every group has it. A group is shared by all replicas of a service,
 * each of which handles some of the partitions.
 */
export class StreamBus implements Bus {
  readonly #redis: RedisClient
  readonly #open: () => Promise<RedisClient>
  readonly #log: Logger
  readonly #groups: StreamGroup[] = []
  #trimming: NodeJS.Timeout | undefined
  /** A process that has just started does not know what broke before. */
  #breaks = 1
  readonly #broke = () => {
    this.#breaks += 1
  }

  /** @param open makes a connection that may block */
  constructor(redis: RedisClient, open: () => Promise<RedisClient>, log: Logger) {
    this.#redis = redis
    this.#open = open
    this.#log = log
    for (const event of breaking) redis.on(event, this.#broke)
  }

  get breaks(): number {
    return this.#breaks
  }

  /** All or none of them, so that nothing overtakes what came before it. */
  async publish(events: DomainEvent[]): Promise<void> {
    const all = this.#redis.multi()
    for (const event of events) {
      const stream = partitionStream(partitionOf(event.scopeId))
      all.xadd(stream, '*', 'type', event.type, 'event', JSON.stringify(event))
    }
    for (const [error] of (await all.exec()) ?? []) if (error) throw error
  }

  subscribe(group: string, types: string[], consumer: Consumer): void {
    const ground = { redis: this.#redis, open: this.#open, log: this.#log.child({ group }) }
    this.#groups.push(new StreamGroup(ground, { name: group, types: new Set(types), consumer }))
  }

  start(): void {
    for (const group of this.#groups) group.start()
    const trim = () => void this.#trim()
    this.#trimming = setInterval(trim, trimEvery).unref()
    trim()
  }

  async alone(service: string, work: AloneWork): Promise<void> {
    const token = randomUUID()
    for (let again = await takeTurn(this.#redis, service, token); again; ) {
      await work(() => keepTurn(this.#redis, service, token)).catch(async (error: unknown) => {
        await giveTurnBack(this.#redis, service, token).catch(() => {})
        throw error
      })
      again =
        (await giveTurnBack(this.#redis, service, token)) && (await takeTurn(this.#redis, service, token))
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#trimming)
    for (const event of breaking) this.#redis.off(event, this.#broke)
    await Promise.all(this.#groups.map((group) => group.close()))
  }

  async #trim(): Promise<void> {
    try {
      for (let partition = 0; partition < partitions; partition += 1)
        await trimStream(this.#redis, partitionStream(partition))
      await forgetOldLetters(this.#redis)
    } catch (error) {
      if (!isRedisAway(error)) this.#log.error({ err: error }, 'event streams could not be trimmed')
    }
  }
}

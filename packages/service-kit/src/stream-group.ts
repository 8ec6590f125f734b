import { randomUUID } from 'node:crypto'
import type { Consumer } from './bus.ts'
import type { Logger } from './log.ts'
import type { RedisClient } from './redis.ts'
import { leaseKey, leave, release, shareOut } from './stream-lease.ts'
import { StreamReader } from './stream-reader.ts'

export type Group = { name: string; types: Set<string>; consumer: Consumer }
export type StreamGround = { redis: RedisClient; open: () => Promise<RedisClient>; log: Logger }

/** A lease that is not renewed for five beats is another's. */
const beatMs = 1_000
const leaseMs = 5 * beatMs

/** One replica's part in a group: it reads as many partitions as are its share, under a lease on each. */
export class StreamGroup {
  readonly #ground: StreamGround
  readonly #group: Group
  readonly #member = randomUUID()
  readonly #readers = new Map<number, StreamReader>()
  readonly #leaving = new Map<number, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #beating: Promise<void> | undefined
  #away = false

  constructor(ground: StreamGround, group: Group) {
    this.#ground = ground
    this.#group = group
  }

  start(): void {
    if (this.#group.types.size === 0) return
    const beat = () => {
      this.#beating ??= this.#beat().finally(() => {
        this.#beating = undefined
      })
    }
    this.#timer = setInterval(beat, beatMs)
    beat()
  }

  /** Finishes what is under way and lets the others have its partitions at once. */
  async close(): Promise<void> {
    if (!this.#timer) return
    clearInterval(this.#timer)
    await this.#beating
    for (const partition of this.#readers.keys()) this.#giveUp(partition)
    await Promise.all(this.#leaving.values())
    await leave(this.#ground.redis, this.#group.name, this.#member).catch(() => {})
  }

  async #beat(): Promise<void> {
    const { redis, log } = this.#ground
    try {
      const { share, mine } = await shareOut(redis, this.#group.name, this.#member, leaseMs)
      this.#away = false
      for (const partition of this.#readers.keys()) if (!mine.includes(partition)) this.#giveUp(partition)
      const free = mine.filter((partition) => !this.#leaving.has(partition))
      for (const partition of free.slice(share)) this.#giveUp(partition)
      for (const partition of free.slice(0, share)) this.#read(partition)
    } catch (error) {
      if (!this.#away) log.warn({ err: error }, 'events wait to be handled')
      this.#away = true
    }
  }

  #read(partition: number): void {
    if (this.#readers.has(partition)) return
    const lease = { key: leaseKey(this.#group.name, partition), holder: this.#member }
    const reader = new StreamReader(this.#ground, this.#group, partition, lease)
    this.#readers.set(partition, reader)
    reader.start()
  }

  #giveUp(partition: number): void {
    const reader = this.#readers.get(partition)
    this.#readers.delete(partition)
    const done = (async () => {
      await reader?.stop()
      await release(this.#ground.redis, this.#group.name, partition, this.#member).catch(() => {})
      this.#leaving.delete(partition)
    })()
    this.#leaving.set(partition, done)
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import type { DomainEvent } from './event-log.ts'
import { partitionStream } from './event-partition.ts'
import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'
import type { Group, StreamGround } from './stream-group.ts'

type Lease = { key: string; holder: string }
type Entry = [id: string, fields: string[] | null]
type Found = { entries: Entry[]; last: string } | 'lost'

const most = 100
const blockMs = 2_000
const longestSilence = 5_000
const firstWait = 100
const longestWait = 2_000
/** One for the whole group: the lease says who it is, and what the last one left pending is the next one's. */
const consumerName = 'holder'

/**
 * Hands out entries to whoever holds the lease and to nobody else, in one step: a process that was paused and has been
 * replaced meanwhile gets nothing new. Where there is nothing, it answers the last id there is.
 */
const fetchScript = redisScript(`
  if redis.call('GET', KEYS[2]) ~= ARGV[1] then return { 'lost' } end
  local found = redis.call('XREADGROUP', 'GROUP', ARGV[2], '${consumerName}', 'COUNT', ARGV[3], 'STREAMS', KEYS[1], ARGV[4])
  if found and #found[1][2] > 0 then return { 'some', found[1][2] } end
  local info = redis.call('XINFO', 'STREAM', KEYS[1])
  for i = 1, #info, 2 do if info[i] == 'last-generated-id' then return { 'none', info[i + 1] } end end
`)

/** Handles what is in one partition, in order, for as long as its replica holds the lease. */
export class StreamReader {
  readonly #ground: StreamGround
  readonly #group: Group
  readonly #stream: string
  readonly #lease: Lease
  readonly #stopping = new AbortController()
  #blocking: RedisClient | undefined
  #running: Promise<void> | undefined

  constructor(ground: StreamGround, group: Group, partition: number, lease: Lease) {
    this.#ground = ground
    this.#group = group
    this.#stream = partitionStream(partition)
    this.#lease = lease
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#blocking?.disconnect()
    await this.#running
    this.#blocking?.disconnect()
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    for (let failures = 0; !signal.aborted; ) {
      try {
        await this.#join()
        await this.#follow(() => {
          failures = 0
        })
      } catch (error) {
        if (signal.aborted) return
        if (failures === 0) this.#ground.log.warn({ err: error }, 'events wait to be handled')
        const pause = Math.min(firstWait * 2 ** failures, longestWait)
        failures += 1
        await wait(pause, undefined, { signal }).catch(() => {})
      }
    }
  }

  /** A group that is new, or that Redis has lost, begins with the oldest there is; what was handled before does nothing again. */
  async #join(): Promise<void> {
    this.#blocking ??= await this.#ground.open()
    try {
      await this.#ground.redis.xgroup('CREATE', this.#stream, this.#group.name, '0', 'MKSTREAM')
    } catch (error) {
      if (!(error as Error).message.startsWith('BUSYGROUP')) throw error
    }
  }

  /** First what was handed out and not acknowledged, by whomever, then what is new. */
  async #follow(progress: () => void): Promise<void> {
    let from = '0'
    while (!this.#stopping.signal.aborted) {
      const found = await this.#fetch(from)
      if (found === 'lost') await wait(firstWait, undefined, { signal: this.#stopping.signal })
      else if (found.entries.length) await this.#handle(found.entries)
      else if (from === '0') from = '>'
      else await this.#news(found.last)
      progress()
    }
  }

  /** Resolves when there is more, or after a while. A connection that says nothing at all is made anew. */
  async #news(last: string): Promise<void> {
    const blocking = this.#blocking as RedisClient
    const silent = setTimeout(() => blocking.disconnect(true), blockMs + longestSilence)
    try {
      await blocking.xread('COUNT', 1, 'BLOCK', blockMs, 'STREAMS', this.#stream, last)
    } finally {
      clearTimeout(silent)
    }
  }

  async #fetch(from: string): Promise<Found> {
    const { key, holder } = this.#lease
    const args = [holder, this.#group.name, most, from]
    const answer = (await fetchScript(this.#ground.redis, [this.#stream, key], args)) as [string, unknown]
    if (answer[0] === 'lost') return 'lost'
    if (answer[0] === 'some') return { entries: answer[1] as Entry[], last: '' }
    return { entries: [], last: String(answer[1]) }
  }

  async #handle(entries: Entry[]): Promise<void> {
    const events = entries.flatMap(([, fields]) => this.#wanted(fields))
    if (events.length) await this.#group.consumer(events)
    await this.#ground.redis.xack(this.#stream, this.#group.name, ...entries.map(([id]) => id))
  }

  /** Without fields it was trimmed before it was acknowledged; `for` is the one group that is to try again. */
  #wanted(fields: string[] | null): DomainEvent[] {
    if (!fields) return []
    const is = Object.fromEntries(pairs(fields))
    if (!this.#group.types.has(is.type ?? '') || (is.for && is.for !== this.#group.name)) return []
    return [JSON.parse(is.event ?? '') as DomainEvent]
  }
}

const pairs = (flat: string[]): [string, string][] =>
  flat.flatMap((name, at): [string, string][] => (at % 2 ? [] : [[name, flat[at + 1] ?? '']]))

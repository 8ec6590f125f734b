import type { Listener, Live } from './live.ts'
import type { Logger } from './log.ts'
import { MemoryLive } from './memory-live.ts'
import type { RedisClient } from './redis.ts'

const channel = 'doable:live'
/** How often a process asks itself something through Redis, and how often while it hears nothing. */
const probeMs = 5_000
const deafProbeMs = 500
/** Unanswered questions after which the line is given up: it may be broken without either side knowing. */
const mostUnanswered = 4

type Message = { to?: string[]; message?: unknown; probe?: string }
type Lines = { commands: RedisClient; subscriber: RedisClient; log: Logger }

/**
 * Live across processes: what one publishes all hear through Redis, the publisher too, so nobody hears it twice. The line
 * comes back by itself; a process knows that it hears again when it hears itself, and then tells its listeners that they
 * may have missed something.
 */
export class RedisLive implements Live {
  readonly #local = new MemoryLive()
  readonly #lines: Lines
  readonly #self = crypto.randomUUID()
  #timer: NodeJS.Timeout | undefined
  #deaf = false
  #unanswered = 0
  #publishing = true
  #closed = false

  private constructor(lines: Lines) {
    this.#lines = lines
    const { subscriber } = lines
    subscriber.on('message', (_, text) => this.#hear(read(text)))
    for (const sign of ['close', '-node', 'node error']) subscriber.on(sign, () => this.#goDeaf())
  }

  /** @param lines `subscriber` is this one's alone, and ends with it */
  static async open(lines: Lines): Promise<RedisLive> {
    const live = new RedisLive(lines)
    await lines.subscriber.subscribe(channel)
    live.#probeLater()
    return live
  }

  publish(personIds: Iterable<string>, message: unknown): void {
    const to = [...new Set(personIds)]
    if (to.length) this.#send({ to, message })
  }

  subscribe(personId: string, listener: Listener): () => void {
    return this.#local.subscribe(personId, listener)
  }

  count(personId?: string): number {
    return this.#local.count(personId)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#local.close()
    this.#lines.subscriber.disconnect()
  }

  #hear(said: Message): void {
    if (Array.isArray(said.to)) this.#local.publish(said.to, said.message)
    if (said.probe !== this.#self) return
    this.#unanswered = 0
    if (!this.#deaf) return
    this.#deaf = false
    this.#local.missed()
  }

  #goDeaf(): void {
    this.#deaf = true
    this.#probeLater()
  }

  #probeLater(): void {
    clearTimeout(this.#timer)
    if (this.#closed) return
    this.#timer = setTimeout(() => this.#probe(), this.#deaf ? deafProbeMs : probeMs).unref()
  }

  #probe(): void {
    if (this.#unanswered > 0) this.#deaf = true
    if (this.#unanswered >= mostUnanswered) {
      this.#unanswered = 0
      this.#lines.subscriber.disconnect(true)
    }
    this.#unanswered += 1
    this.#send({ probe: this.#self })
    this.#probeLater()
  }

  #send(message: Message): void {
    this.#lines.commands.publish(channel, JSON.stringify(message)).then(
      () => {
        this.#publishing = true
      },
      (err) => {
        // The first is news.
        if (this.#publishing) this.#lines.log.warn({ err }, 'open clients are not told')
        this.#publishing = false
      },
    )
  }
}

/** What others wrote there by hand is no reason to end. */
function read(text: string): Message {
  try {
    return (JSON.parse(text) as Message | null) ?? {}
  } catch {
    return {}
  }
}

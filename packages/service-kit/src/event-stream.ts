import type { FastifyInstance, FastifyReply } from 'fastify'

const heartbeatMs = 25_000
/** Bytes that may wait for a slow client before it is cut off; it comes back and asks for what it missed. */
const mostWaiting = 1024 * 1024

declare module 'fastify' {
  interface FastifyInstance {
    /** The streams this process holds open. */
    streams: Set<EventStream>
  }
}

/**
 * Server-sent events (HTML Standard, section 9.2) on one connection. It ends with the client, with `end()`, and with
 * the process.
 */
export class EventStream {
  readonly #reply: FastifyReply
  readonly #heartbeat: NodeJS.Timeout
  readonly #ended: (() => void)[] = []

  constructor(reply: FastifyReply) {
    this.#reply = reply
    reply.hijack()
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
    reply.raw.writeHead(200, headers as Record<string, string>)
    reply.raw.write('retry: 2000\n\n')
    // Proxies close what stays silent, and a comment finds out whether anybody is still there.
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), heartbeatMs)
    reply.raw.on('close', () => this.#close())
    reply.server.streams.add(this)
  }

  /** @param data is sent as JSON */
  send(data: unknown, { id, event }: { id?: string; event?: string } = {}): void {
    const lines = [id && `id: ${id}`, event && `event: ${event}`, `data: ${JSON.stringify(data)}`]
    this.#write(`${lines.filter((line) => line).join('\n')}\n\n`)
  }

  /** Runs once, however the stream ends. */
  whenEnded(work: () => void): void {
    this.#ended.push(work)
  }

  end(): void {
    this.#reply.raw.end()
  }

  /** Writing to what has ended would be an error that nobody catches. */
  #write(text: string): void {
    const { raw } = this.#reply
    if (raw.writableEnded || raw.destroyed) return
    raw.write(text)
    if (raw.writableLength > mostWaiting) raw.destroy()
  }

  #close(): void {
    clearInterval(this.#heartbeat)
    this.#reply.server.streams.delete(this)
    for (const work of this.#ended.splice(0)) work()
  }
}

/** Streams would keep the process from stopping: ends them when it is about to. */
export function endStreams(app: FastifyInstance): void {
  const streams = new Set<EventStream>()
  app.decorate('streams', streams)
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })
}

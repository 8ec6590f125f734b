import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** Of one message: the waits between tries double, and one out of luck would keep the rest waiting for hours. */
const mostFailures = 4

/** What became of all that was handed over to a provider. */
export class Book {
  /** Of each message that was accepted: what it is about, and how often it came. By the id that it carries. */
  readonly accepted = new Map<string, { about: string; times: number }>()
  /** Tries that were answered with a failure, or not at all. */
  failed = 0
  readonly #tried = new Map<string, number>()

  /** A third of the tries fails; one in ten is accepted, which its sender never hears. */
  judge(id: string, about: string): 'take' | 'refuse' | 'cut' {
    const tried = (this.#tried.get(id) ?? 0) + 1
    this.#tried.set(id, tried)
    const drawn = tried > mostFailures ? 29 : randomInt(30)
    if (drawn < 10) {
      this.failed += 1
      return drawn < 5 ? 'refuse' : 'cut'
    }
    const known = this.accepted.get(id) ?? { about, times: 0 }
    this.accepted.set(id, { about: known.about, times: known.times + 1 })
    return drawn < 13 ? 'cut' : 'take'
  }
}

export type Provider = { url: string; book: Book; stop(): Promise<void> }

/** A mail server that says "later" (4xx) or hangs up, before and after it has taken a message. */
export async function startFlakyMail(): Promise<Provider> {
  const book = new Book()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    async onData(stream, { id }, done) {
      const raw = await text(stream).catch(() => null)
      // Its sender was killed in the middle of it.
      if (raw === null) return done()
      const named = /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? ''
      const verdict = book.judge(named, aboutOf(/^Subject:.*$/im.exec(raw)?.[0]))
      if (verdict === 'take') return done()
      if (verdict === 'refuse')
        return done(Object.assign(new Error('Busy, come again.'), { responseCode: 451 }))
      for (const each of server.connections) if (each.id === id) each.close()
    },
  })
  // What a client does to its connection, dying in the middle of it, is no failure of the server.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const stop = () => new Promise<void>((done) => server.close(done))
  return { url: `smtp://127.0.0.1:${port}`, book, stop }
}

/** A receiver of webhooks that answers 500 or hangs up, before and after it has taken a message. */
export async function startFlakyReceiver(): Promise<Provider> {
  const book = new Book()
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => null)
    if (body === null) return
    const verdict = book.judge(String(request.headers['webhook-id']), aboutOf(body))
    if (verdict === 'take') response.writeHead(204).end()
    else if (verdict === 'refuse') response.writeHead(500).end()
    else request.socket.destroy()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${port}/`, book, stop }
}

/** The titles of the tasks of the run, which stand in whatever is sent of them. */
export const titleOf = (person: number, task: number): string => `chaos-${person}-${task}`
const aboutOf = (sent = ''): string => /chaos-\d+-\d+/.exec(sent)?.[0] ?? ''

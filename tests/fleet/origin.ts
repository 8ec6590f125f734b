import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}
type Answer = (heard: Heard, response: ServerResponse) => void

/** The headers that every answer of a service has. */
export const serviceHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}

/** A small server that stands behind NGINX and remembers what it was asked. */
export class Origin {
  readonly name: string
  readonly heard: Heard[] = []
  readonly #server
  answer: Answer

  constructor(name: string, answer?: Answer) {
    this.name = name
    this.answer = answer ?? ((_heard, response) => this.say(response))
    this.#server = createServer(
      { maxHeaderSize: 64 * 1024 },
      (request, response) => void this.#hear(request, response),
    )
  }

  static async start(name: string, answer?: Answer): Promise<Origin> {
    const origin = new Origin(name, answer)
    origin.#server.listen(0, '127.0.0.1')
    await once(origin.#server, 'listening')
    return origin
  }

  get address() {
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port }
  }

  say(response: ServerResponse, status = 200, body: object = { origin: this.name }) {
    response.writeHead(status, { ...serviceHeaders, 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

  /** As a process that is killed: nothing under way is finished. */
  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      return
    }
    const { method = '', url = '', headers } = request
    const heard = { method, url, headers, body: Buffer.concat(chunks).toString() }
    this.heard.push(heard)
    this.answer(heard, response)
  }
}

import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** An open tab, on a connection of its own, that notes when it hears of a change. */
export class Client {
  isOpen = false
  heardAt = 0
  /** The tasks it knows of, once it keeps itself up to date. */
  readonly tasks = new Set<string>()
  readonly #url: string
  readonly #headers: Record<string, string>
  #asked: ClientRequest | undefined
  #isClosed = false
  #isWaiting = false
  #cursor = ''
  #pulling: Promise<void> | undefined
  #again = false
  #keepsUp = false

  constructor(url: string, token: string) {
    this.#url = url
    this.#headers = { authorization: `Bearer ${token}` }
    this.#open()
  }

  close(): void {
    this.#isClosed = true
    this.#asked?.destroy()
  }

  /** From now on it does what the web client does: pulls at each opening and each nudge, and opens again what broke. */
  async keepUp(): Promise<void> {
    this.#keepsUp = true
    await this.#pull()
  }

  #open(): void {
    const headers = { ...this.#headers, accept: 'text/event-stream' }
    this.#asked = request(`${this.#url}/api/events`, { agent: false, headers })
    this.#asked.on('error', () => this.#openAgain())
    this.#asked.on('response', (answer) => this.#listen(answer))
    this.#asked.end()
  }

  #listen(answer: IncomingMessage): void {
    this.isOpen = answer.statusCode === 200
    if (this.isOpen) void this.#pull()
    answer.setEncoding('utf8').on('data', (text: string) => {
      if (!text.includes('event: changed')) return
      this.heardAt = performance.now()
      void this.#pull()
    })
    answer.on('error', () => {})
    answer.on('close', () => this.#openAgain())
  }

  /** A connection that breaks says so more than once. */
  async #openAgain(): Promise<void> {
    this.isOpen = false
    if (this.#isClosed || !this.#keepsUp || this.#isWaiting) return
    this.#isWaiting = true
    await wait(500 + Math.random() * 500)
    this.#isWaiting = false
    if (!this.#isClosed) this.#open()
  }

  /** One at a time; a nudge that comes meanwhile is followed by another. */
  async #pull(): Promise<void> {
    if (!this.#keepsUp) return
    this.#again = true
    this.#pulling ??= this.#pullAll().finally(() => {
      this.#pulling = undefined
    })
    await this.#pulling
  }

  async #pullAll(): Promise<void> {
    while (this.#again) {
      this.#again = false
      const path = `/api/sync/pull${this.#cursor && `?cursor=${this.#cursor}`}`
      const answer = await fetch(this.#url + path, { headers: this.#headers }).catch(() => undefined)
      // The opening that follows pulls again.
      if (!answer?.ok) return
      const pulled = (await answer.json()) as { cursor: string; more: boolean; tasks: { id: string }[] }
      for (const { id } of pulled.tasks) this.tasks.add(id)
      this.#cursor = pulled.cursor
      if (pulled.more) this.#again = true
    }
  }
}

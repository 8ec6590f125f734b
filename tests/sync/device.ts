import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { httpTransport } from '@doable/client/http-transport'
import { Store } from '@doable/client/store'
import { vi } from 'vitest'
import { eventSourceWith } from '../support/event-source.ts'
import type { Person } from '../support/person.ts'

/** A browser of a person: a disk of its own, tabs, and a network that can be cut in the middle of an answer. */
export class Device {
  /** `deaf`: what is sent arrives, but the line breaks before its answer. */
  network: 'up' | 'down' | 'deaf' = 'up'
  readonly requests: string[] = []
  /** Of its database, and of the lock of the tab that speaks to the server. */
  readonly name = `device-${randomUUID()}`
  readonly #person: Person
  readonly #url: string
  readonly #tabs: Store[] = []

  constructor(url: string, person: Person) {
    this.#url = url
    this.#person = person
  }

  /** A new tab, or the same one after a reload. */
  async open(): Promise<Store> {
    const transport = httpTransport({
      baseUrl: this.#url,
      fetch: (url, init) => this.#fetch(url, init),
      EventSource: eventSourceWith((url, init) => this.#fetch(url, init)),
    })
    const store = new Store({
      personId: this.#person.id,
      transport,
      name: this.name,
      random: () => 0.01,
      patience: 300,
    })
    this.#tabs.push(store)
    await store.start()
    return store
  }

  close(): void {
    for (const tab of this.#tabs) tab.stop()
  }

  async #fetch(url: string, init: RequestInit = {}): Promise<Response> {
    if (this.network === 'down') throw new TypeError('fetch failed')
    this.requests.push(`${init.method ?? 'GET'} ${new URL(url).pathname}`)
    const headers = { ...init.headers, authorization: `Bearer ${this.#person.token}` }
    const answer = await fetch(url, { ...init, headers })
    if (this.network === 'up' || !url.endsWith('/push')) return answer
    await answer.arrayBuffer()
    throw new TypeError('terminated')
  }
}

/** Everything sent and answered, and nothing under way. */
export const settled = (...stores: Store[]): Promise<void> =>
  vi.waitFor(() => {
    for (const store of stores) {
      const { status, pending, loaded } = store.getSnapshot()
      if (status !== 'idle' || pending > 0 || !loaded) throw new Error(`${status}, ${pending} pending`)
    }
  }, 30_000)

export const shows = (check: () => void): Promise<void> => vi.waitFor(check, 30_000)

/** A task as the server has it. */
export async function taskOn(person: Person, id: string): Promise<unknown> {
  return (await person.call('GET', `/api/tasks/${id}`)).json()
}

import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Answer, Visitor } from './visitor.ts'

export type Load = {
  /** Reads and writes that did not get what they asked for, in words. */
  failed: string[]
  reads: number
  writes: number
  /** Ends it once each has finished what it is doing. */
  stop: () => Promise<void>
}
type Options = {
  /** Whether a write that fails is sent again under the same key, as a browser does. */
  retries: boolean
}

/** Each of these people reads and writes, one thing after the other, until stopped. */
export function load(people: Visitor[], { retries }: Options): Load & { titles: Map<Visitor, string[]> } {
  let isOver = false
  const titles = new Map<Visitor, string[]>(people.map((one) => [one, []]))
  const ended = Promise.withResolvers<void>()
  const state = { failed: [] as string[], reads: 0, writes: 0, titles, stop: () => Promise.resolve() }

  const read = async (one: Visitor) => {
    const { status } = await tried(one.call('GET', `/api/lists/${one.id}`))
    state.reads += 1
    if (status !== 200) state.failed.push(`GET ${status}`)
  }
  const write = async (one: Visitor) => {
    const title = randomUUID()
    const headers = { 'idempotency-key': randomUUID() }
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await tried(one.call('POST', '/api/tasks', { id: title, title }, headers))
      if (answer.status === 201) {
        state.writes += 1
        return void titles.get(one)?.push(title)
      }
      if (!retries) return void state.failed.push(`POST ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    state.failed.push('POST was never acknowledged')
  }
  const work = async (one: Visitor) => {
    while (!isOver) {
      await read(one)
      await write(one)
      await read(one)
    }
  }
  void Promise.all(people.map(work)).then(() => ended.resolve(), ended.reject)
  state.stop = () => {
    isOver = true
    return ended.promise
  }
  return state
}

const tried = (answer: Promise<Answer>) =>
  answer.catch((error): Answer => ({ status: 0, headers: {}, body: String(error) }))

/** Every write that was acknowledged is there, and none twice. */
export async function expectAll({ titles }: { titles: Map<Visitor, string[]> }) {
  for (const [one, wanted] of titles) {
    const stored = await everyTitle(one)
    expect(new Set(stored).size).toBe(stored.length)
    expect(wanted.filter((title) => !stored.includes(title))).toEqual([])
  }
}

async function everyTitle(one: Visitor): Promise<string[]> {
  const found: string[] = []
  for (let cursor = ''; ; ) {
    const { status, body } = await one.call(
      'GET',
      `/api/sync/pull${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
    )
    expect(status).toBe(200)
    const page = body as { tasks: { title: string }[]; cursor: string; more: boolean }
    found.push(...page.tasks.map(({ title }) => title))
    if (!page.more) return found
    cursor = page.cursor
  }
}

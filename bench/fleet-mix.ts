import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { type Visitor, visit } from '../tests/fleet/visitor.ts'

/** What is asked, and how often of a hundred. */
export const mix = { list: 40, 'one task': 20, 'sync pull': 20, create: 10, complete: 10 }
export type Kind = keyof typeof mix
export const kinds = Object.keys(mix) as Kind[]
const hundred = kinds.flatMap((kind) => Array<Kind>(mix[kind]).fill(kind))

const atOnce = 16
const tasksEach = 50

/** Somebody who asks, with what their requests name. */
export type Asker = { cookie: string; id: string; cursor: string; tasks: string[]; open: string[] }

export async function askers(url: string, count: number): Promise<Asker[]> {
  const all: Asker[] = []
  while (all.length < count) all.push(await asker(await visit(url)))
  return all
}

async function asker({ id, cookie, call }: Visitor): Promise<Asker> {
  const tasks = Array.from({ length: tasksEach }, () => randomUUID())
  for (const task of tasks) await call('POST', '/api/tasks', { id: task, title: 'Order the cake' })
  const { body } = await call('GET', '/api/sync/pull')
  return { id, cookie, cursor: (body as { cursor: string }).cursor, tasks, open: [...tasks] }
}

type Ask = { method: string; path: string; body?: unknown }
function ask(kind: Kind, { id, cursor, tasks, open }: Asker): Ask {
  if (kind === 'list') return { method: 'GET', path: `/api/tasks?listId=${id}&limit=50` }
  if (kind === 'one task') return { method: 'GET', path: `/api/tasks/${tasks[tasks.length >> 1]}` }
  if (kind === 'sync pull')
    return { method: 'GET', path: `/api/sync/pull?cursor=${encodeURIComponent(cursor)}` }
  const next = open.shift()
  if (kind === 'complete' && next) return { method: 'POST', path: `/api/tasks/${next}/complete`, body: {} }
  const made = randomUUID()
  open.push(made)
  return { method: 'POST', path: '/api/tasks', body: { id: made, title: 'Order the cake' } }
}

export type Measured = { perSecond: number; ms: number[]; failed: number }

/** Sixteen ask at once, one thing after the other, for this long. What is measured is whole answers. */
export async function measureMix(url: string, all: Asker[], forMs: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const ms: number[] = []
  let failed = 0
  const from = performance.now()
  const one = async (n: number) => {
    for (let turn = n; performance.now() - from < forMs; turn += atOnce) {
      const who = all[turn % all.length] as Asker
      // A stride without a common factor with a hundred, so that kinds come mixed and as often as they should.
      const kind = hundred[(turn * 37) % hundred.length] as Kind
      const began = performance.now()
      const status = await send(agent, url, ask(kind, who), who.cookie)
      ms.push(performance.now() - began)
      if (status >= 300) failed += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, n) => one(n)))
  const seconds = (performance.now() - from) / 1000
  agent.destroy()
  return { perSecond: ms.length / seconds, ms, failed }
}

function send(agent: Agent, url: string, { method, path, body }: Ask, cookie: string): Promise<number> {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const type = json && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, agent, headers: { ...type, cookie } }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(json)
  })
}

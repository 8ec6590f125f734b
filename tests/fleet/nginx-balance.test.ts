import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, freePort, remove } from '../support/server.ts'
import { Front, json } from './front.ts'
import { Origin } from './origin.ts'

let folder: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  folder = await dataFolder()
  undo.push(() => remove(folder))
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

async function start(upstream: { host: string; port: number }[]) {
  const front = await Front.start(
    { user: [], task: [], notification: [] },
    { upstreams: { user: [], task: upstream, notification: [] } },
  )
  undo.push(() => front.stop())
  return front
}
async function origins(count: number) {
  const all = await Promise.all(
    Array.from({ length: count }, (_each, index) => Origin.start(`origin-${index}`)),
  )
  undo.push(...all.map((origin) => () => origin.close().catch(() => undefined)))
  return all
}
const addresses = (all: Origin[]) => all.map(({ address }) => address)
const named = (count: number) => Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
const people = named(60)
const originOf = async (front: Front, headers: Record<string, string>) =>
  String(json(await front.send('/api/tasks', { headers })).origin)

test.each([
  ['a session', (person: string) => ({ cookie: `theme=dark; sid=${person}` })],
  ['a session over https', (person: string) => ({ cookie: `__Host-sid=${person}; sidx=1; xsid=2` })],
  ['the secret of a program', (person: string) => ({ authorization: `Bearer ${person}` })],
])('everybody stays on one replica by %s, and all replicas have about as much to do', async (_what, who) => {
  const front = await start(addresses(await origins(3)))
  // Chance would leave a replica with less than half of another's people in one of fourteen runs with sixty of them.
  const many = named(600)
  const first = await Promise.all(many.map((person) => originOf(front, who(person))))
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  for (const round of [1, 2]) {
    const again = await Promise.all(
      many.map((person, index) =>
        // The browser's other cookies come and go.
        front
          .send(`/api/tasks/${index}`, { headers: { ...who(person), 'x-round': String(round) }, agent })
          .then((answer) => json(answer).origin),
      ),
    )
    expect(again).toEqual(first)
  }
  agent.destroy()
  const shares = Object.values(Object.groupBy(first, (name) => name)).map((share) => share?.length ?? 0)
  expect(shares).toHaveLength(3)
  expect(Math.max(...shares)).toBeLessThanOrEqual(2 * Math.min(...shares))
})

test('who is not signed in stays by address', async () => {
  const front = await start(addresses(await origins(3)))
  const seen = new Set<string>()
  for (let index = 0; index < 12; index += 1) seen.add(await originOf(front, { cookie: `theme=${index}` }))
  expect(seen.size).toBe(1)
})

type Killable = { child: ChildProcess; host: string; port: number }
async function killable(name: string): Promise<Killable> {
  const script = fileURLToPath(new URL('killable.ts', import.meta.url))
  const child = spawn(process.execPath, [script, name, join(folder, 'posts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  undo.push(async () => child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
  const [port] = await once(child.stdout, 'data')
  return { child, host: '127.0.0.1', port: Number(port) }
}

test('a replica is killed under load: no reading fails, nothing is written twice, only its people move', async () => {
  const names = ['a', 'b', 'c']
  const all = await Promise.all(names.map(killable))
  const front = await start(all.map(({ host, port }) => ({ host, port })))
  const cookie = (person: string) => ({ cookie: `sid=${person}` })
  const before = await Promise.all(people.map((person) => originOf(front, cookie(person))))

  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const reads: number[] = []
  const writes = new Map<string, number>()
  let isOver = false
  const load = people.slice(0, 16).map(async (person, index) => {
    for (let turn = 0; !isOver; turn += 1) {
      const id = `${index}-${turn}`
      const headers = cookie(person)
      const write = await front.send('/api/tasks', { method: 'POST', body: id, headers, agent })
      writes.set(id, write.status)
      reads.push((await front.send('/api/tasks', { headers, agent })).status)
    }
  })
  const until = async (enough: () => boolean) => {
    while (!enough()) await new Promise((done) => setTimeout(done, 10))
  }
  await until(() => reads.length > 100)
  all[0]?.child.kill('SIGKILL')
  const then = reads.length
  await until(() => reads.length > then + 300)
  isOver = true
  await Promise.all(load)
  agent.destroy()

  expect(reads.filter((status) => status !== 200)).toEqual([])
  const written = (await readFile(join(folder, 'posts'), 'utf8')).trim().split('\n')
  expect(new Set(written).size).toBe(written.length)
  const answered = [...writes].filter(([, status]) => status === 200).map(([id]) => id)
  expect(new Set(written)).toEqual(new Set(written).union(new Set(answered)))
  // What had been sent when it died may have been done: nobody can know, and so it is not repeated.
  expect([...writes.values()].filter((status) => status !== 200 && status !== 502)).toEqual([])
  expect(writes.size - answered.length).toBeLessThanOrEqual(16)

  const after = await Promise.all(people.map((person) => originOf(front, cookie(person))))
  const moved = people.filter((_person, index) => before[index] !== after[index])
  expect(moved).toEqual(people.filter((_person, index) => before[index] === 'a'))
  expect(after).not.toContain('a')
})

test.each([
  ['GET', 200, 2],
  ['HEAD', 200, 2],
  ['POST', 502, 1],
  ['PATCH', 502, 1],
  ['PUT', 502, 1],
  ['DELETE', 502, 1],
])(
  'a %s that was sent and not answered ends with %i and was heard %i times',
  async (method, status, times) => {
    const all = await origins(2)
    const front = await start(addresses(all))
    let cut = true
    for (const origin of all) {
      origin.answer = (_heard, response) => {
        if (cut) response.socket?.destroy()
        else origin.say(response)
        cut = false
      }
    }
    const answer = await front.send('/api/tasks', { method, ...(status === 502 && { body: '{}' }) })
    expect([answer.status, all.flatMap(({ heard }) => heard).length]).toEqual([status, times])
    if (status !== 502) return
    expect(answer.headers).toMatchObject({ 'retry-after': '2', 'content-type': 'application/problem+json' })
    expect(json(answer)).toMatchObject({ type: '/problems/service-away', status: 502 })
  },
)

test('what could not be sent goes to the next replica, a change as well', async () => {
  const [only] = await origins(1)
  const nobody = { host: '127.0.0.1', port: await freePort() }
  const front = await start([nobody, only?.address ?? nobody])
  // Each person is somebody else's; about half of them are the dead one's.
  const statuses = await Promise.all(
    people.map((person) =>
      front.send('/api/tasks', { method: 'POST', body: '{}', headers: { cookie: `sid=${person}` } }),
    ),
  )
  expect(statuses.filter(({ status }) => status !== 200)).toEqual([])
  expect(only?.heard).toHaveLength(people.length)
})

test('a service without a replica is away, and the others answer', async () => {
  const [task] = await origins(1)
  const front = await start(addresses([task as Origin]))
  expect((await front.send('/api/me')).status).toBe(502)
  expect((await front.send('/api/tasks')).status).toBe(200)
})

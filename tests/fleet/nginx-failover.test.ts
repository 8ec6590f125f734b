import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freePort } from '../support/server.ts'
import { json } from './front.ts'
import { addresses, originOf, people, stage } from './stage.ts'

const { undo, folder, front: start, origins } = stage()
const sixty = people(60)

type Killable = { child: ChildProcess; host: string; port: number }
async function killable(name: string): Promise<Killable> {
  const script = fileURLToPath(new URL('killable.ts', import.meta.url))
  const child = spawn(process.execPath, [script, name, join(folder(), 'posts')], {
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
  const before = await Promise.all(sixty.map((person) => originOf(front, cookie(person))))

  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const reads: number[] = []
  const writes = new Map<string, number>()
  let isOver = false
  const load = sixty.slice(0, 16).map(async (person, index) => {
    for (let turn = 0; !isOver; turn += 1) {
      const id = `${index}-${turn}`
      const headers = cookie(person)
      const write = await front.send('/api/tasks', { method: 'POST', body: id, headers, agent })
      writes.set(id, write.status)
      reads.push((await front.send('/api/tasks', { headers, agent })).status)
    }
  })
  const working = Promise.all(load)
  const until = async (enough: () => boolean) => {
    while (!enough()) await Promise.race([wait(10), working])
  }
  await until(() => reads.length > 100)
  all[0]?.child.kill('SIGKILL')
  const then = reads.length
  await until(() => reads.length > then + 300)
  isOver = true
  await working
  agent.destroy()

  expect(reads.filter((status) => status !== 200)).toEqual([])
  const written = (await readFile(join(folder(), 'posts'), 'utf8')).trim().split('\n')
  expect(new Set(written).size).toBe(written.length)
  const answered = [...writes].filter(([, status]) => status === 200).map(([id]) => id)
  expect(new Set(written)).toEqual(new Set(written).union(new Set(answered)))
  // What had been sent when it died may have been done: nobody can know, and so it is not repeated.
  expect([...writes.values()].filter((status) => status !== 200 && status !== 502)).toEqual([])
  expect(writes.size - answered.length).toBeLessThanOrEqual(16)

  const after = await Promise.all(sixty.map((person) => originOf(front, cookie(person))))
  const moved = sixty.filter((_person, index) => before[index] !== after[index])
  expect(moved).toEqual(sixty.filter((_person, index) => before[index] === 'a'))
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

test.each(['POST', 'PUT', 'DELETE'])(
  'a %s that could not be sent goes to the next replica',
  async (method) => {
    const [only] = await origins(1)
    const nobody = { host: '127.0.0.1', port: await freePort() }
    const front = await start([nobody, only?.address ?? nobody])
    // About half of these people belong to the one that is not there.
    const sent = sixty.map((person) =>
      front.send('/api/tasks', { method, body: '{}', headers: { cookie: `sid=${person}` } }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
    expect(only?.heard).toHaveLength(sixty.length)
  },
)

test('a service without a replica is away, and the others answer', async () => {
  const front = await start(addresses(await origins(1)))
  expect((await front.send('/api/me?q=private')).status).toBe(502)
  expect((await front.send('/api/tasks')).status).toBe(200)
  await front.log(2)
  expect(await readFile(front.files.errorLog, 'utf8')).not.toContain('private')
})

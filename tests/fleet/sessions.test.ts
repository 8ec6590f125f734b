import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answered, type Fleet, redis, startFleet, until } from './fleet.ts'
import { call, signIn, type Visitor, visit } from './visitor.ts'

let fleet: Fleet
beforeAll(async () => {
  fleet = await startFleet({ replicas: 3 })
})
afterAll(() => fleet?.stop())

const day = 86_400_000
const mine = ({ id }: Visitor) => `/api/lists/${id}`
const recordOf = ({ cookie }: Visitor) =>
  `doable:{sessions}:record:${createHash('sha256').update(cookie.slice(4)).digest('hex')}`
const milliseconds = async (visitor: Visitor) => Number(await redis(fleet, 'PTTL', recordOf(visitor)))

/** What each replica of each service says to this person, asked one by one past NGINX. */
async function everywhere({ cookie }: Visitor): Promise<number[]> {
  const doors: Record<string, string> = {
    user: '/api/me',
    task: '/api/lists',
    notification: '/api/notifications',
  }
  const replicas = fleet.started.filter(({ name }) => /-\d$/.test(name))
  const asked = replicas.map(({ name, port }) =>
    call(`http://127.0.0.1:${port}`, 'GET', doors[name.split('-')[0] ?? ''] ?? '', undefined, { cookie }),
  )
  return (await Promise.all(asked)).map(({ status }) => status)
}
const nine = (status: number) => Array<number>(9).fill(status)

/** Which replicas answered at each address. */
function replicasOf(answered: Answered[], prefix: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { path, replica } of answered.filter((each) => each.path.startsWith(prefix)))
    found.set(path, (found.get(path) ?? new Set()).add(replica))
  return found
}

test('sixty people stay on their replica', async () => {
  const people: Visitor[] = []
  for (let n = 0; n < 60; n += 6)
    people.push(...(await Promise.all(Array.from({ length: 6 }, () => visit(fleet.url)))))
  for (let round = 0; round < 4; round += 1) {
    const answers = await Promise.all(people.map((one) => one.call('GET', mine(one))))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  }
  const found = replicasOf(await fleet.answered(), '/api/lists/')
  const theirs = people.map((one) => [...(found.get(mine(one)) ?? [])])
  expect(theirs.filter((replicas) => replicas.length !== 1)).toEqual([])
  expect(new Set(theirs.flat()).size).toBe(3)
})

test('replicas have as many people, within twice as many', async () => {
  // With sixty, chance alone goes beyond that in one run of thirteen; cookies of nobody are spread alike.
  const cookies = Array.from({ length: 600 }, () => `sid=${randomBytes(32).toString('base64url')}`)
  for (let n = 0; n < cookies.length; n += 50)
    await Promise.all(
      cookies
        .slice(n, n + 50)
        .map((cookie, at) => call(fleet.url, 'GET', `/api/tasks/nobody-${n + at}`, undefined, { cookie })),
    )
  const found = replicasOf(await fleet.answered(), '/api/tasks/nobody-')
  const counts = Map.groupBy([...found.values()], (replicas) => [...replicas].join())
  const people = [...counts.values()].map(({ length }) => length)
  expect(people).toHaveLength(3)
  expect(Math.max(...people)).toBeLessThanOrEqual(2 * Math.min(...people))
})

test('who signs in on one replica is known to all, and signed out on all at once', async () => {
  const laptop = await visit(fleet.url)
  const phone = await signIn(fleet.url, laptop.email)
  expect(await everywhere(laptop)).toEqual(nine(200))
  expect(await everywhere(phone)).toEqual(nine(200))
  expect((await phone.call('DELETE', '/api/me/sessions')).status).toBe(204)
  expect(await everywhere(laptop)).toEqual(nine(401))
  expect(await everywhere(phone)).toEqual(nine(401))
})

test('a session is kept by being used, and gone from all replicas when it was not', async () => {
  const ada = await visit(fleet.url)
  await redis(fleet, 'PEXPIRE', recordOf(ada), String(600_000))
  expect((await ada.call('GET', '/api/me')).status).toBe(200)
  expect(await milliseconds(ada)).toBeGreaterThan(13 * day)
  await redis(fleet, 'PEXPIRE', recordOf(ada), '1')
  await until(async () => (await milliseconds(ada)) < 0)
  expect(await everywhere(ada)).toEqual(nine(401))
})

test('no use keeps a session beyond the day it must end', async () => {
  const ada = await visit(fleet.url)
  await redis(fleet, 'SETRANGE', recordOf(ada), '0', String(Date.now() + day))
  expect((await ada.call('GET', '/api/me')).status).toBe(200)
  expect(await milliseconds(ada)).toBeLessThanOrEqual(day)
  await redis(fleet, 'SETRANGE', recordOf(ada), '0', String(Date.now() - 1))
  expect(await everywhere(ada)).toEqual(nine(401))
})

test('a made up X-Forwarded-For does not escape the limit of its address', async () => {
  const ada = await visit(fleet.url)
  const pretend = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}`, 'x-real-ip': `203.0.113.${n}` })
  const phone = await call(
    fleet.url,
    'POST',
    '/api/session',
    { email: ada.email, password: 'correct horse battery' },
    pretend(1),
  )
  expect(phone.status).toBe(201)
  const { body } = await ada.call('GET', '/api/me/sessions')
  expect((body as { items: { address: string }[] }).items.map(({ address }) => address)).toEqual([
    '127.0.0.1',
    '127.0.0.1',
  ])
  const statuses: number[] = []
  for (let n = 1; n <= 40; n += 1) {
    const guess = { email: `nobody-${n}@example.org`, password: 'a wrong password' }
    statuses.push((await call(fleet.url, 'POST', '/api/session', guess, pretend(n))).status)
  }
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(30)
  expect(statuses.at(-1)).toBe(429)
})

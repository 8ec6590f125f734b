import { spawnSync } from 'node:child_process'
import { Agent } from 'node:http'
import { expect, test } from 'vitest'
import { Front, json } from './front.ts'
import { addresses, originOf, people, stage } from './stage.ts'

const { undo, front: start, origins } = stage()

test.each([
  ['a session', (person: string) => ({ cookie: `theme=dark; sid=${person}` })],
  ['a session over https', (person: string) => ({ cookie: `__Host-sid=${person}; sidx=1; xsid=2` })],
  ['the secret of a program', (person: string) => ({ authorization: `Bearer ${person}` })],
])('everybody stays on one replica by %s, and all replicas have about as much to do', async (_what, who) => {
  const front = await start(addresses(await origins(3)))
  // Chance would leave a replica with less than half of another's people in one of fourteen runs with sixty of them.
  const many = people(600)
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

const [major = 0, minor = 0, patch = 0] =
  /(\d+)\.(\d+)\.(\d+)/
    .exec(spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr)
    ?.slice(1)
    .map(Number) ?? []
const hasSticky = major * 1e6 + minor * 1e3 + patch >= 1_029_006

test('NGINX that can names the replica in a cookie; one that cannot says that it is only this', async () => {
  const all = await origins(3)
  const options = { settings: { BALANCE: 'cookie' } }
  const starting = Front.start({ user: [], task: all, notification: [] }, options)
  if (!hasSticky) return expect(starting).rejects.toThrow(/unknown directive "sticky"/)
  const front = await starting
  undo.push(() => front.stop())
  const first = await front.send('/api/tasks')
  const [cookie = ''] = first.headers['set-cookie']?.[0]?.split(';') ?? []
  expect(cookie).toMatch(/^replica_task=/)
  for (let turn = 0; turn < 6; turn += 1)
    expect(json(await front.send('/api/tasks', { headers: { cookie } }))).toEqual(json(first))
})

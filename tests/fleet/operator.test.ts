import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fleet, redis, runFleet, startFleet, until } from './fleet.ts'
import { signIn, visit } from './visitor.ts'

let fleet: Fleet
beforeAll(async () => {
  fleet = await startFleet({ replicas: 1 })
})
afterAll(() => fleet?.stop())

test.each(['nginx', 'redis'])(
  '%s comes back when it is killed, and people are still signed in',
  async (name) => {
    const ada = await visit(fleet.url)
    const { pid = 0 } = (await fleet.rows()).find((row) => row.name === name) ?? {}
    process.kill(pid, 'SIGKILL')
    await until(() => fleet.output().includes(`${name} is back`))
    await until(async () => (await ada.call('GET', '/api/me')).status === 200)
    // It is the new one that people are with, and it does what it is told.
    expect((await fleet.order('roll', 'user')).code).toBe(0)
    expect((await ada.call('GET', '/api/me')).status).toBe(200)
  },
)

test('where the new one cannot start, a roll says why, and the old one stays', async () => {
  const ada = await visit(fleet.url)
  const keys = join(fleet.data, 'fleet/session-keys.json')
  await rename(keys, `${keys}.away`)
  const before = await fleet.rows()
  expect(await fleet.order('roll', 'task')).toEqual({
    code: 1,
    output: `SESSION_KEYS names ${keys}, which cannot be read.\n`,
  })
  await rename(`${keys}.away`, keys)
  expect(await fleet.rows()).toEqual(before)
  expect((await ada.call('GET', '/api/lists')).status).toBe(200)
  expect((await fleet.order('roll', 'task')).code).toBe(0)
})

test('a new key signs for everybody, and those signed in before stay so', async () => {
  const ada = await visit(fleet.url)
  const [, before = ''] = (await fleet.order('keys', 'list')).output.split('\n')
  expect(before).toMatch(/^\S+ +signs /)
  const { code, output } = await fleet.order('keys', 'rotate')
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/^\S+ signs from now on/) })
  const [, now = '', former = ''] = (await fleet.order('keys', 'list')).output.split('\n')
  expect(now).toMatch(/^\S+ +signs /)
  expect(former).toMatch(new RegExp(`^${before.split(' ')[0]} +verifies `))
  expect((await ada.call('GET', '/api/me')).status).toBe(200)
  const phone = await signIn(fleet.url, ada.email)
  for (const path of ['/api/me', '/api/lists', '/api/notifications'])
    expect((await phone.call('GET', path)).status).toBe(200)
})

test('what nobody can handle is put aside, shown, handed out again and forgotten', async () => {
  const id = randomUUID()
  // Of this type, but without the task that it should tell of.
  const fields = { subjectId: id, actorId: id, audience: [], data: {}, at: new Date().toISOString() }
  const event = JSON.stringify({ id, type: 'task.completed', scopeId: id, ...fields })
  await redis(fleet, 'XADD', 'doable:{events}:0', '*', 'type', 'task.completed', 'event', event)
  const shown = async () => (await fleet.order('events', 'dead')).output
  const putAside = async () => (await redis(fleet, 'XLEN', 'doable:{events}:dead')) === '1'
  await until(putAside)
  expect(await shown()).toMatch(new RegExp(`\\n${id} +notification +task\\.completed `))

  expect(await fleet.order('events', 'replay', id)).toEqual({
    code: 0,
    output: `${id} is handed out once more to notification.\n`,
  })
  await until(putAside)
  // As an operator elsewhere would, who has the settings and no fleet in a folder.
  const { port } = fleet.started.find(({ name }) => name === 'redis') ?? {}
  const env = { REDIS_URL: `redis://127.0.0.1:${port}`, DATA_DIR: '/nowhere' }
  const discarded = await runFleet(['events', 'discard', 'all'], env).ended
  expect(discarded).toEqual({ code: 0, output: `${id} is forgotten for notification.\n` })
  expect(await shown()).toBe('Nothing was put aside.\n')
  expect(await fleet.order('events', 'replay', id)).toEqual({
    code: 1,
    output: `No event ${id} was put aside; events dead shows those that were.\n`,
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, freePort, remove } from '../support/server.ts'
import { type Fleet, startFleet, until } from './fleet.ts'
import { expectAll, load } from './load.ts'
import { type Visitor, visit } from './visitor.ts'

let fleet: Fleet
let redis: OwnRedis
beforeAll(async () => {
  redis = await ownRedis()
  fleet = await startFleet({ env: { REDIS_URL: `redis://127.0.0.1:${redis.port}` } })
})
afterAll(async () => {
  await fleet?.stop()
  await redis?.stop()
  await remove(redis.folder)
})

type OwnRedis = Awaited<ReturnType<typeof ownRedis>>
/** A Redis that the fleet is only told about, so that it is away for as long as a test wants. */
async function ownRedis() {
  const [port, folder] = [await freePort(), await dataFolder()]
  const settings = join(import.meta.dirname, '../../ops/redis/redis.conf')
  const words = [settings, '--port', `${port}`, '--dir', folder, '--bind', '127.0.0.1', '--daemonize', 'no']
  const run = () => spawn('redis-server', [...words, '--logfile', '', '--pidfile', ''], { stdio: 'ignore' })
  let child = run()
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const start = () => {
    child = run()
  }
  const cli = async (...command: string[]) => {
    const asked = spawn('redis-cli', ['-p', String(port), ...command], { stdio: 'ignore' })
    const [code] = (await once(asked, 'exit')) as [number]
    return code === 0
  }
  await until(() => cli('PING'))
  return { port, folder, start, stop, cli }
}

test('every replica is replaced, and no request fails, those that change something included', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => visit(fleet.url)))
  const busy = load(people, { retries: false })
  await until(() => busy.reads >= 40 && busy.writes >= 12)
  const [reads, writes] = [busy.reads, busy.writes]
  const rolled = await fleet.order('roll', 'all')
  expect(rolled.output).toMatch(/^(.+ is now process \d+ on port \d+\.\n){6}$/)
  await until(() => busy.reads >= reads + 40 && busy.writes >= writes + 12)
  await busy.stop()
  expect(busy.failed).toEqual([])
  await expectAll(busy)
  const now = await fleet.rows()
  for (const was of fleet.started.filter(({ name }) => name.includes('-'))) {
    const is = now.find(({ name }) => name === was.name)
    expect(is).toMatchObject({ state: 'ready' })
    expect([is?.pid, is?.port]).not.toContain(was.pid)
    expect(is?.port).not.toBe(was.port)
  }
})

/** Who completes a task of another one's list tells them so. */
async function share(ada: Visitor, bob: Visitor, count: number): Promise<string[]> {
  const list = (await ada.call('POST', '/api/lists', { name: 'Wedding' })).body as { id: string }
  const member = { email: bob.email, role: 'editor' }
  await until(async () => (await ada.call('POST', `/api/lists/${list.id}/members`, member)).status === 201)
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const { body } = await ada.call('POST', '/api/tasks', { title: `task ${n}`, listId: list.id })
    ids.push((body as { id: string }).id)
  }
  return ids
}

/** How many completions somebody has been told of; several within a minute are one notification. */
async function toldOf(one: Visitor): Promise<number> {
  const { body } = await one.call('GET', '/api/notifications?limit=100')
  const { items } = body as { items: { kind: string; count: number }[] }
  const completed = items.filter(({ kind }) => kind === 'completed')
  return completed.reduce((sum, { count }) => sum + count, 0)
}

test('while Redis is away nobody is let in, and afterwards nobody is signed out and nothing is lost', async () => {
  const [ada, bob] = await Promise.all([visit(fleet.url), visit(fleet.url, 'Bob')])
  const ids = await share(ada, bob, 5)
  // Redis refuses events but keeps sessions, so that changes are made whose events must wait.
  await redis.cli('ACL', 'SETUSER', 'default', '-xadd')
  for (const id of ids) expect((await bob.call('POST', `/api/tasks/${id}/complete`, {})).status).toBe(200)

  await redis.stop()
  for (const path of ['/api/me', '/api/lists', '/api/notifications']) {
    const answer = await until(async () => {
      const now = await ada.call('GET', path)
      return now.status !== 200 && now
    })
    expect(answer.status).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toMatchObject({ type: '/problems/redis-away' })
  }
  expect((await ada.call('GET', '/health/ready/task')).status).toBe(503)

  redis.start()
  for (const path of ['/api/me', '/api/lists', '/api/notifications'])
    await until(async () => {
      const { status } = await ada.call('GET', path)
      expect([200, 503]).toContain(status)
      return status === 200
    })
  await until(async () => (await toldOf(ada)) >= ids.length)
  // Whatever is handed out a second time comes before this one, which is of the same list.
  const [last = ''] = ids
  await bob.call('POST', `/api/tasks/${last}/reopen`, {})
  await bob.call('POST', `/api/tasks/${last}/complete`, {})
  await until(async () => (await toldOf(ada)) > ids.length)
  expect(await toldOf(ada)).toBe(ids.length + 1)
})

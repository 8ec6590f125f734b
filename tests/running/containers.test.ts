import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { until } from '../fleet/fleet.ts'
import { expectAll, load } from '../fleet/load.ts'
import { call, visit } from '../fleet/visitor.ts'
import {
  addressOf,
  answered,
  areHere,
  compose,
  containers,
  docker,
  serviceOf,
  untilHealthy,
  url,
} from './containers.ts'

/** Where the containers are not this machine's, there is nothing to look at or to kill. */
const here = test.skipIf(!areHere)

const doors = { user: '/api/me', task: '/api/tasks', notification: '/api/notifications' }
type Service = keyof typeof doors
const services = Object.keys(doors) as Service[]

/** Eight people who read and write until the test ends, and have begun. */
async function busyPeople(options: Parameters<typeof load>[1]) {
  const busy = load(await Promise.all(Array.from({ length: 8 }, () => visit(url))), options)
  onTestFinished(busy.stop)
  await until(() => busy.writes >= 24)
  return busy
}

/** The replicas that answer somebody's requests, of as many strangers. */
async function reached(service: Service): Promise<Set<string>> {
  const mark = randomBytes(8).toString('hex')
  const paths = Array.from({ length: 60 }, (_each, at) => `${doors[service]}?mark=${mark}-${at}`)
  const sid = () => randomBytes(32).toString('base64url')
  await Promise.all(paths.map((path) => call(url, 'GET', path, undefined, { cookie: `sid=${sid()}` })))
  const lines = (await answered()).slice(-paths.length - 1)
  return new Set(lines.filter(({ path }) => path === doors[service]).map(({ replica }) => replica))
}

here('ours have no root, no right of the system and nothing to write to but what they must', async () => {
  const ours = (await containers()).filter((each) => each.Config.Labels['org.opencontainers.image.title'])
  expect(ours.length).toBeGreaterThanOrEqual(9)
  for (const each of ours) {
    const { Config, HostConfig, State } = each
    expect(['node', '101'], each.Name).toContain(Config.User)
    expect(HostConfig, each.Name).toMatchObject({ ReadonlyRootfs: true, CapDrop: ['ALL'] })
    expect(HostConfig.SecurityOpt, each.Name).toContain('no-new-privileges:true')
    expect(Config.Labels['org.opencontainers.image.licenses'], each.Name).toBe('MIT')
    if (['secrets', 'migrate'].includes(serviceOf(each)))
      expect(State, each.Name).toMatchObject({ Status: 'exited', ExitCode: 0 })
    else expect(State.Health?.Status, each.Name).toBe('healthy')
  }
})

here('only NGINX can be reached, and by this machine alone the consoles', async () => {
  for (const each of await containers()) {
    const open = Object.values(each.NetworkSettings.Ports).flatMap((at) => at ?? [])
    if (serviceOf(each) === 'consoles') for (const { HostIp } of open) expect(HostIp).toBe('127.0.0.1')
    else expect(open.length > 0, each.Name).toBe(serviceOf(each) === 'nginx')
  }
})

here.each(services)('every replica of %s is given people', async (service) => {
  const all = (await containers(service)).map(addressOf)
  expect(all.length).toBeGreaterThanOrEqual(2)
  expect([...(await reached(service))].sort()).toEqual(all.sort())
})

here('a replica that is killed loses nothing that was acknowledged', async () => {
  const busy = await busyPeople({ retries: true })
  const [victim] = await containers('task')
  await docker('kill', victim?.Id ?? '')
  const writes = busy.writes
  await until(() => busy.writes >= writes + 50)
  await docker('start', victim?.Id ?? '')
  await untilHealthy('task')
  await busy.stop()
  expect(busy.failed).toEqual([])
  await expectAll(busy)
})

here('a replica that is asked to stop finishes what it was given, and ends by itself', async () => {
  const busy = await busyPeople({ retries: false })
  const [leaving] = await containers('task')
  await docker('stop', leaving?.Id ?? '')
  const [ended] = await containers('task')
  // Killed for taking too long, it would end with 137.
  expect(ended?.State).toMatchObject({ Status: 'exited', ExitCode: 0 })
  const writes = busy.writes
  await until(() => busy.writes >= writes + 50)
  await docker('start', leaving?.Id ?? '')
  await untilHealthy('task')
  await busy.stop()
  expect(busy.failed).toEqual([])
  await expectAll(busy)
})

here('Redis that is started again knows who is signed in, and hands on what happens', async () => {
  const [ada, bob] = [await visit(url), await visit(url, 'Bob')]
  const [redis] = await containers('redis')
  await docker('restart', redis?.Id ?? '')
  await until(async () => (await ada.call('GET', '/api/me')).status === 200)
  expect((await bob.call('GET', '/api/lists')).status).toBe(200)
  const list = (await ada.call('POST', '/api/lists', { name: 'Wedding' })).body as { id: string }
  const shared = await ada.call('POST', `/api/lists/${list.id}/members`, { email: bob.email, role: 'editor' })
  expect(shared.status).toBe(201)
  await until(async () => {
    const { status, body } = await bob.call('GET', '/api/notifications')
    return status === 200 && (body as { items: unknown[] }).items.length === 1
  })
})

here('more replicas are found by the NGINX that runs, and fewer are missed by nobody', async () => {
  const [nginx] = await containers('nginx')
  // An old NGINX is given each replica by name.
  if (nginx?.Config.Env.includes('BALANCE=hash')) return
  const scale = (count: number) =>
    compose('up', '-d', '--no-recreate', '--no-deps', '--scale', `task=${count}`, 'task')
  const before = (await containers('task')).length
  await scale(4)
  await untilHealthy('task')
  const all = (await containers('task')).map(addressOf).sort()
  await until(async () => [...(await reached('task'))].sort().join() === all.join())
  const busy = await busyPeople({ retries: true })
  await scale(before)
  const writes = busy.writes
  await until(() => busy.writes >= writes + 50)
  await busy.stop()
  expect(busy.failed).toEqual([])
  await expectAll(busy)
  const [after] = await containers('nginx')
  expect(after?.State.StartedAt).toBe(nginx?.State.StartedAt)
})

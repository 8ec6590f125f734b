// One id finds an act in the log of NGINX and of every process that had a part in it.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register, request } from '../support/person.ts'
import { type Fleet, startFleet, until } from './fleet.ts'
import { Origin } from './origin.ts'

type Line = { from: string; msg?: string; [field: string]: unknown }
let fleet: Fleet
let hook: Origin
beforeAll(async () => {
  hook = await Origin.start('webhook')
  fleet = await startFleet({ env: { LOG_LEVEL: 'debug', OUTBOUND_ALLOW: '127.0.0.0/8' } })
})
afterAll(async () => {
  await fleet?.stop()
  await hook.close()
})

/** All lines of the fleet that are about a trace, NGINX's first. */
async function linesOf(trace: string): Promise<Line[]> {
  const folder = join(fleet.data, 'fleet')
  const names = (await readdir(join(folder, 'logs'))).sort().map((name) => join('logs', name))
  const found: Line[] = []
  for (const name of ['nginx/access.log', ...names])
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n'))
      if (line.startsWith('{') && line.includes(trace))
        found.push({
          ...(JSON.parse(line) as object),
          from: name.replace(/(logs\/)?(-\d+)?(\.log|\/access\.log)$/, '').replace('logs/', ''),
        })
  return found
}

test('the id of an answer leads from NGINX through the task service to the notification that was delivered', async () => {
  const [ada, bob] = [await register(fleet.url, 'Ada'), await register(fleet.url, 'Bob')]
  const { host, port } = hook.address
  const kinds = { shared: ['app', 'webhook'] }
  await bob.call('POST', '/api/webhooks', { url: `http://${host}:${port}/hook` })
  await bob.call('PATCH', '/api/notifications/settings', { kinds })
  const list = (await (await ada.call('POST', '/api/lists', { name: 'Home' })).json()) as { id: string }
  const shared = await until(async () => {
    const answer = await ada.call('POST', `/api/lists/${list.id}/members`, {
      email: bob.email,
      role: 'editor',
    })
    // What Bob's account is told of reaches the task service a moment later.
    return answer.status < 300 && answer
  })
  const id = String(shared.headers.get('x-request-id'))
  await until(() => hook.heard.length > 0)
  const lines = await until(async () => {
    const all = await linesOf(id)
    return all.some(({ msg }) => msg === 'delivered') && all.some(({ from }) => from === 'nginx') && all
  })
  const route = '/api/lists/:id/members'
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ from: 'nginx', request: id, trace: id, service: 'task' }),
      expect.objectContaining({ from: 'task', request: id, trace: id, msg: 'answered', route }),
      expect.objectContaining({ from: 'notification', trace: id, msg: 'handled', type: 'list.shared' }),
      expect.objectContaining({ from: 'notification', trace: id, msg: 'delivered', channel: 'webhook' }),
    ]),
  )
  const other = await request(fleet.url, 'GET', '/api/lists')
  expect(await linesOf(String(other.headers.get('x-request-id')))).not.toEqual(lines)
})

import { rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { operations } from '../support/openapi.ts'
import { Front, json } from './front.ts'
import { Origin } from './origin.ts'

let front: Front
let all: Record<'user' | 'task' | 'notification', Origin>
beforeAll(async () => {
  const [user, task, notification] = await Promise.all(
    ['user', 'task', 'notification'].map((name) => Origin.start(name)),
  )
  all = { user, task, notification } as typeof all
  front = await Front.start({ user: [all.user], task: [all.task], notification: [all.notification] })
})
afterAll(async () => {
  await front?.stop()
  for (const origin of Object.values(all)) await origin.close()
})
beforeEach(() => {
  for (const origin of Object.values(all)) origin.heard.length = 0
})

const people = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test('every address of every published document reaches the service that answers it', async () => {
  const every = await operations()
  expect(every.length).toBeGreaterThan(40)
  for (const { service, method, path } of every) {
    const url = path.replace(/\{\w+\}/g, '0199-some-id')
    const answer = await front.send(url, { method: method.toUpperCase() })
    expect([method, url, answer.status, json(answer)]).toEqual([method, url, 200, { origin: service }])
    expect(all[service as 'user'].heard.pop()).toMatchObject({ method: method.toUpperCase(), url })
  }
})

test.each(['user', 'task', 'notification'] as const)('the document and the readiness of %s', async (name) => {
  for (const url of [`/api/docs/${name}.json`, `/health/ready/${name}`]) {
    expect(json(await front.send(url))).toEqual({ origin: name })
  }
  expect(all[name].heard.map(({ url }) => url)).toEqual([`/api/docs/${name}.json`, '/health/ready'])
})

test('the address a service sees is the one that was asked for, byte by byte', async () => {
  const url = '/api/tasks/a%2Fb%20c?view=%2F..%2Fx&q=a+b%26'
  await front.send(url)
  expect(all.task.heard[0]?.url).toBe(url)
})

test('NGINX itself lives and has no opinion on the services', async () => {
  expect([(await front.send('/health/live')).status, json(await front.send('/health/live'))]).toEqual([
    200,
    { live: true },
  ])
  expect(json(await front.send('/health/ready'))).toEqual({ origin: 'task' })
})

test.each([
  '/api',
  '/api/',
  '/api/gone',
  '/api/tasksy',
  '/api/lists.json',
  '/api/docs/other.json',
  '/health',
  '/health/gone',
  '/health/ready/other',
])('%s is answered by nobody', async (url) => {
  for (const headers of [{}, people]) {
    const answer = await front.send(url, { headers })
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json'])
    expect(json(answer)).toMatchObject({ type: '/problems/no-such-page', status: 404 })
  }
  expect(Object.values(all).flatMap(({ heard }) => heard)).toEqual([])
})

test('what a service says about an error is passed on as it is', async () => {
  all.task.answer = (_heard, response) => {
    response.setHeader('retry-after', '7')
    all.task.say(response, 503, { type: '/problems/redis-away' })
  }
  const answer = await front.send('/api/tasks')
  all.task.answer = (_heard, response) => all.task.say(response)
  expect([answer.status, answer.headers['retry-after'], json(answer)]).toEqual([
    503,
    '7',
    { type: '/problems/redis-away' },
  ])
})

test('while the house is being looked after, people get a page, programs a problem, and NGINX lives', async () => {
  const { maintenance } = front.files
  await writeFile(maintenance, '')
  const page = await front.send('/today', { headers: people })
  const api = await front.send('/api/tasks', { headers: people })
  const post = await front.send('/api/tasks', { method: 'POST', body: '{}' })
  const script = await front.send('/mfe/shell/mfe.json')
  const live = await front.send('/health/live')
  await rm(maintenance)

  expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
  expect(page.bytes.toString()).toMatch(/<html lang="en">[\s\S]*<h1>Doable is being looked after<\/h1>/)
  for (const answer of [api, post, script]) {
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/problem+json'])
    expect(json(answer)).toMatchObject({ type: '/problems/maintenance', status: 503 })
  }
  for (const answer of [page, api, post, script]) expect(answer.headers['retry-after']).toBe('60')
  expect(live.status).toBe(200)
  expect((await front.send('/api/tasks')).status).toBe(200)
})

test('figures are on the private port, and nowhere else', async () => {
  const [host, port] = front.options.status.split(':')
  const figures = await front.send('/status', {}, { host, port: Number(port) })
  expect(figures.bytes.toString()).toMatch(/^Active connections: \d+/)
  expect((await front.send('/status')).status).toBe(404)
})

import { startReceiver } from '@doable/service-kit/fixtures/receiver'
import { type ReceivedSpan, startTraceReceiver } from '@doable/service-kit/fixtures/trace-receiver'
import { startServices, type TestApp, TestClock, until } from '@doable/service-kit/testing'
import type { InjectOptions } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { services } from './services.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of open.splice(0).reverse()) await stop()
})

const secrets = {
  title: 'marmalade-title',
  notes: 'marmalade-notes',
  name: 'marmalade-name',
  mail: 'marmalade@example.org',
}

async function start(more: Record<string, string> = {}) {
  const traces = await startTraceReceiver()
  const hook = await startReceiver()
  open.push(traces.stop, hook.stop)
  const clock = new TestClock()
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    OUTBOUND_ALLOW: '127.0.0.0/8',
    ...more,
  }
  const running = await startServices(services, { clock, env })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= running.stop()
    return stopped
  }
  open.push(stop)
  return { app: running.app, clock, traces, hook, stop }
}

async function person(app: TestApp['app'], name: string, email: string) {
  const payload = { email, name, password: 'correct horse battery', timeZone: 'UTC' }
  const { user, token } = (await app.inject({ method: 'POST', url: '/api/users', payload })).json()
  const as = async (method: InjectOptions['method'] & string, url: string, more: InjectOptions = {}) => {
    const { headers, ...rest } = more
    const authorization = `Bearer ${token}`
    const answer = await app.inject({ method, url, headers: { authorization, ...headers }, ...rest })
    expect(answer.statusCode, answer.body).toBeLessThan(300)
    return answer
  }
  return { id: user.id as string, as }
}

const traceId = '0af7651916cd43dd8448eb211c80319c'
const given = `00-${traceId}-b7ad6b7169203331-01`

/** Bob has a list that he shares with Ada, and a webhook. Ada completes a task of it, as a part of a trace. */
async function sharedTask(world: Awaited<ReturnType<typeof start>>) {
  const { app, hook } = world
  const ada = await person(app, secrets.name, secrets.mail)
  const bob = await person(app, 'Bob', 'bob-marmalade@example.org')
  const list = (await bob.as('POST', '/api/lists', { payload: { name: 'Home' } })).json()
  const member = { email: secrets.mail, role: 'editor' }
  await bob.as('POST', `/api/lists/${list.id}/members`, { payload: member })
  const { title, notes } = secrets
  const task = (await bob.as('POST', '/api/tasks', { payload: { listId: list.id, title, notes } })).json()
  await bob.as('POST', '/api/webhooks', { payload: { url: `${hook.url}/marmalade-path?key=marmalade` } })
  await bob.as('PATCH', '/api/notifications/settings', {
    payload: { kinds: { completed: ['app', 'webhook'] } },
  })
  await until(async () => (await bob.as('GET', '/api/notifications')).statusCode === 200)
  return { ada, bob, task }
}

test('one act of a person is one trace: request, statements, event, job, delivery', async () => {
  const world = await start()
  const { clock, hook, traces, stop } = world
  const { ada, bob, task } = await sharedTask(world)
  await ada.as('POST', `/api/tasks/${task.id}/complete`, {
    headers: { traceparent: given, tracestate: 'a=1' },
  })
  const told = async () => (await bob.as('GET', '/api/notifications')).json().items.length > 0
  await until(told, 'Bob to be told')
  clock.advance(61_000)
  await until(() => hook.received.length > 0, 'the webhook')
  await stop()

  const all = traces.spans()
  const mine = all.filter((span) => span.traceId === traceId)
  const named = (name: string) => {
    const found = mine.filter((span) => span.name === name)
    expect(found, name).toHaveLength(1)
    return found[0] as ReceivedSpan
  }
  const request = named('POST /api/tasks/:id/complete')
  const [sent, handled] = [named('send task.completed'), named('handle task.completed')]
  const [job, delivery, post] = [named('job deliver-webhook'), named('deliver webhook'), named('POST')]
  expect(request).toMatchObject({
    kind: 2,
    parentSpanId: 'b7ad6b7169203331',
    service: 'doable',
    says: { 'http.route': '/api/tasks/:id/complete', 'http.response.status_code': 200 },
  })
  expect(request.says['enduser.pseudo.id']).toMatch(/^[0-9a-f]{16}$/)
  expect(sent).toMatchObject({ kind: 4, parentSpanId: request.spanId, says: { 'doable.service': 'task' } })
  expect(handled).toMatchObject({
    kind: 5,
    parentSpanId: sent.spanId,
    says: { 'doable.service': 'notification' },
  })
  expect(job).toMatchObject({ kind: 5, parentSpanId: handled.spanId })
  expect(delivery).toMatchObject({ kind: 3, parentSpanId: job.spanId })
  expect(post).toMatchObject({
    kind: 3,
    parentSpanId: delivery.spanId,
    says: { 'http.response.status_code': 204 },
  })
  const statements = (of: ReceivedSpan) =>
    mine.filter((span) => span.parentSpanId === of.spanId && span.says['db.query.text'])
  expect(statements(request).map(({ name }) => name)).toContain('UPDATE Tasks')
  expect(statements(handled).map(({ name }) => name)).toContain('INSERT Deliveries')
  expect(traces.received[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-key': 'a b' } })

  // Whoever is told is no part of the trace, and nothing of what people wrote is in it.
  expect(hook.received.flatMap(({ headers }) => [headers.traceparent, headers.tracestate])).toEqual([
    undefined,
    undefined,
  ])
  const text = traces.received.map(({ body }) => body).join('\n')
  expect(text).toContain('test')
  for (const secret of ['marmalade', ada.id, bob.id, task.id]) expect(text).not.toContain(secret)
})

test.each([
  ['is broken', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331'],
  ['says more than its version has', `${given}-more`],
  ['is of a version that cannot be', `ff${given.slice(2)}`],
  ['names no span', `00-${traceId}-0000000000000000-01`],
  ['names no trace', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
  ['comes twice', `${given}, ${given}`],
])('a traceparent that %s is replaced, and its tracestate with it', async (_, traceparent) => {
  const { app, traces, stop } = await start()
  const answer = await app.inject({ url: '/api/lists', headers: { traceparent, tracestate: 'a=1' } })
  await stop()
  const [span] = traces.spans().filter(({ name }) => name === 'GET /api/lists')
  expect(span?.parentSpanId).toBeUndefined()
  expect(span?.traceId).toBe(String(answer.headers['x-request-id']).replaceAll('-', ''))
  expect(JSON.stringify(span)).not.toContain('a=1')
})

test('a later version is understood as far as it is known', async () => {
  const { app, traces, stop } = await start()
  await app.inject({ url: '/api/lists', headers: { traceparent: `cc${given.slice(2)}-more` } })
  await stop()
  expect(traces.spans()).toMatchObject([{ traceId, parentSpanId: 'b7ad6b7169203331' }])
})

test.each([
  ['always_off', '', given, 0],
  ['parentbased_always_on', '', given.replace(/1$/, '0'), 0],
  ['parentbased_always_off', '', given, 1],
  ['traceidratio', '0', given, 0],
  ['traceidratio', '1', given.replace(/1$/, '0'), 1],
  ['parentbased_traceidratio', '0', '', 0],
])('OTEL_TRACES_SAMPLER=%s with %s decides what is recorded', async (sampler, ratio, traceparent, count) => {
  const env = { OTEL_TRACES_SAMPLER: sampler, ...(ratio && { OTEL_TRACES_SAMPLER_ARG: ratio }) }
  const { app, traces, stop } = await start(env)
  await app.inject({ url: '/api/lists', headers: { ...(traceparent && { traceparent }) } })
  await stop()
  expect(traces.spans()).toHaveLength(count)
})

test.each([
  ['refuses', (url: string) => url.replace(/:\d+$/, ':9')],
  ['is slow', (url: string) => url],
])('a receiver that %s harms nothing', async (what, where) => {
  const traces = await startTraceReceiver()
  open.push(traces.stop)
  if (what === 'is slow') for (let n = 0; n < 50; n += 1) traces.answers.push(() => {})
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: where(traces.url), LOG_LEVEL: 'silent' }
  const running = await startServices(services, { env })
  const statuses = new Set<number>()
  for (let n = 0; n < 3_000; n += 1)
    statuses.add((await running.app.inject({ url: '/api/lists' })).statusCode)
  expect([...statuses]).toEqual([401])
  await running.stop()
})

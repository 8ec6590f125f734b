import { afterEach, beforeAll, expect, test } from 'vitest'
import { Front, json } from './front.ts'
import { Origin } from './origin.ts'

const open: Front[] = []
const origins: Origin[] = []
let task: Origin
beforeAll(async () => {
  task = await Origin.start('task')
  return () => task.close()
})
afterEach(async () => {
  task.heard.length = 0
  task.answer = (_heard, response) => task.say(response)
  for (const front of open.splice(0)) await front.stop()
  for (const origin of origins.splice(0)) await origin.close()
})

async function start(more: Parameters<typeof Front.start>[1] = {}) {
  const front = await Front.start({ user: [task], task: [task], notification: [task] }, more)
  open.push(front)
  return front
}
const heard = () => task.heard.at(-1)?.headers ?? {}

const lies = {
  'x-forwarded-for': '203.0.113.7, 198.51.100.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  'x-real-ip': '203.0.113.7',
  forwarded: 'for=203.0.113.7',
  'x-request-id': 'chosen-by-the-client',
}

test('what a client says about itself is replaced by what is true', async () => {
  const front = await start()
  await front.send('/api/tasks', { headers: { ...lies, host: `localhost:${front.port}` } })
  expect(heard()).toMatchObject({
    host: `localhost:${front.port}`,
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': `localhost:${front.port}`,
    'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(Object.keys(heard())).not.toEqual(expect.arrayContaining(['x-real-ip']))
  expect(Object.keys(heard())).not.toEqual(expect.arrayContaining(['forwarded']))
  expect(JSON.stringify(heard())).not.toMatch(/203\.0\.113|198\.51|evil|chosen/)
})

test('a proxy we trust is believed about the last address before it, the scheme and the id', async () => {
  const front = await start({ trustedProxies: ['127.0.0.0/8', '192.0.2.1'] })
  const id = '0199f3a0-0000-7000-8000-000000000000'
  const headers = { ...lies, 'x-forwarded-for': '203.0.113.7, 198.51.100.9, 192.0.2.1', 'x-request-id': id }
  const answer = await front.send('/api/tasks', { headers })
  expect(heard()).toMatchObject({
    'x-forwarded-for': '198.51.100.9',
    'x-forwarded-proto': 'https',
    'x-request-id': id,
  })
  expect(answer.headers['x-request-id']).toBe(id)
  expect((await front.log()).at(-1)).toMatchObject({ address: '198.51.100.9', request: id })
})

test('an id that is none is not passed on, whoever sends it', async () => {
  const front = await start({ trustedProxies: ['127.0.0.1'] })
  for (const id of ['short', 'x'.repeat(65), 'with space', 'with"quote']) {
    await front.send('/api/tasks', { headers: { 'x-forwarded-for': '198.51.100.9', 'x-request-id': id } })
    expect(heard()['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
  }
})

const traceId = '0af7651916cd43dd8448eb211c80319c'
const span = 'b7ad6b7169203331'

test.each(['00-TRACE-SPAN-01', '7f-TRACE-SPAN-00-more'])(
  'a trace goes on through NGINX: %s',
  async (form) => {
    const front = await start()
    const traceparent = form.replace('TRACE', traceId).replace('SPAN', span)
    await front.send('/api/tasks', { headers: { traceparent, tracestate: 'a=b' } })
    expect(heard()).toMatchObject({ traceparent, tracestate: 'a=b' })
    expect((await front.log()).at(-1)).toMatchObject({ trace: traceId })
  },
)

test.each([
  `00-${traceId}-${span}-01-more`,
  `ff-${traceId}-${span}-01`,
  `00-${'0'.repeat(32)}-${span}-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `00-${traceId.toUpperCase()}-${span}-01`,
  'none',
])('where a trace is broken, another begins under the id of the request: %s', async (traceparent) => {
  const front = await start()
  await front.send('/api/tasks', { headers: { traceparent } })
  expect((await front.log()).at(-1)).toMatchObject({ trace: heard()['x-request-id'] })
})

test('an id with hyphens is that of its trace without them', async () => {
  const front = await start({ trustedProxies: ['127.0.0.1'] })
  const id = '0199f3a0-0000-7000-8000-0123456789ab'
  await front.send('/api/tasks', { headers: { 'x-forwarded-for': '198.51.100.9', 'x-request-id': id } })
  expect((await front.log()).at(-1)).toMatchObject({ request: id, trace: id.replaceAll('-', '') })
})

test('every answer says under which id it was asked', async () => {
  const front = await start()
  task.answer = (asked, response) => {
    response.setHeader('x-request-id', String(asked.headers['x-request-id']))
    task.say(response)
  }
  const ids: unknown[] = []
  for (const path of ['/api/tasks', '/mfe/shell/mfe.json', '/gone']) {
    const { raw } = await front.send(path)
    const at = raw.findIndex((each) => each.toLowerCase() === 'x-request-id')
    ids.push(raw[at + 1])
    expect(raw.filter((each) => each.toLowerCase() === 'x-request-id')).toHaveLength(1)
  }
  expect(new Set((await front.log(3)).map(({ request }) => request))).toEqual(new Set(ids))
})

test('the log says who asked what, and nothing that is private', async () => {
  const front = await start()
  await front.send('/api/tasks/a%22b?q=my+search&token=hidden', {
    headers: {
      cookie: 'sid=very-secret',
      authorization: 'Bearer very-secret',
      referer: 'http://localhost/lists?q=very-secret',
      'user-agent': 'a "quoted" \\ agent',
    },
  })
  const [line] = await front.log()
  expect(line).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    request: heard()['x-request-id'],
    trace: heard()['x-request-id'],
    address: '127.0.0.1',
    method: 'GET',
    path: '/api/tasks/a%22b',
    protocol: 'HTTP/1.1',
    status: 200,
    bytes: expect.any(Number),
    seconds: expect.any(Number),
    service: 'task',
    replica: `127.0.0.1:${task.address.port}`,
    replicaStatus: '200',
    replicaSeconds: expect.stringMatching(/^\d/),
    agent: 'a "quoted" \\ agent',
  })
})

test('only the names it is known by are answered; a balancer that asks by address learns that it lives', async () => {
  const front = await start({ serverNames: ['todo.example.org', '*.todo.example.org'] })
  for (const host of ['todo.example.org', 'TODO.example.org:8080', 'a.todo.example.org'])
    expect((await front.send('/api/tasks', { headers: { host } })).status).toBe(200)
  for (const host of ['evil.example', '127.0.0.1', 'todo.example.org.evil.example'])
    await expect(front.send('/api/tasks', { headers: { host } })).rejects.toThrow(/hang up|reset/i)
  const live = await front.send('/health/live', { headers: { host: '127.0.0.1' } })
  expect(json(live)).toEqual({ live: true })
  expect(task.heard).toHaveLength(3)
})

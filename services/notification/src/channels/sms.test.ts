import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Said, sender, trouble } from '../../fixtures/sms-server.ts'
import { startTexting, type Texting } from '../../fixtures/texting.ts'

let it: Texting
beforeAll(async () => {
  it = await startTexting()
})
afterAll(() => it.stop())

test('what happened is one message with its link, handed over as the contract says', async () => {
  const { share, texts, log } = await it.reader()
  await share('Home')
  const [one, ...others] = texts()
  expect(others).toEqual([])
  expect(one?.body).toMatch(/^Shared with you: Home http:\/\/todo\.example\.org\/l\/[\w-]{22}$/)
  expect(one?.from).toBe(sender)
  const [delivery] = await log()
  expect(delivery).toMatchObject({ state: 'sent', attempts: 1, reason: null, deliveredAt: null })
  expect(one?.callback).toBe(`http://todo.example.org/api/sms/status/${delivery.id}`)
  expect(one?.name).toMatch(/^[0-9a-f]{40}$/)
})

test('it is in the language of its reader, and a task is opened by its link', async () => {
  const { ann, change, texts } = await it.reader({ language: 'de' })
  await change({ kinds: { completed: ['sms'] } })
  const task = await it.house.task({ createdBy: ann.id, title: 'Müll rausbringen' })
  const bob = await it.house.person()
  const done = { ...task, completedAt: it.house.clock.now().toISOString(), completedBy: bob.id }
  await it.house.aboutTask('task.completed', done, {
    actorId: bob.id,
    ownerId: ann.id,
    audience: [ann.id, bob.id],
  })
  await it.pass(2)
  expect(texts()[0]?.body).toMatch(/^Erledigt: Müll rausbringen http:\/\/todo\.example\.org\/t\/[\w-]{22}$/)
})

test('a test message comes at once', async () => {
  const { ann, texts } = await it.reader()
  const payload = { channel: 'sms' }
  expect((await ann.as('POST', '/api/notifications/settings/test', { payload })).statusCode).toBe(204)
  await it.house.work()
  expect(texts()[0]?.body).toBe('Test message http://todo.example.org/')
})

test('a title cannot say more than its letters', async () => {
  const { share, texts, number } = await it.reader()
  await share('Home&To=+4915199999999\r\nBody=x\u0000')
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toMatchObject({ to: number, from: sender })
  expect(texts()[0]?.body).toMatch(/^Shared with you: Home&To=\+4915199999999 Body=x http/)
})

test.each([
  ['429 and 20429', trouble(429, 20429, { 'retry-after': '600' }), 'takes no more for now (20429)', 9, 2],
  ['a full queue', trouble(400, 21611), 'takes no more for now (21611)', 0, 1],
  ['503', trouble(503, 20500, { 'retry-after': '1200' }), 'is away (20500)', 19, 2],
  ['500', { status: 500, body: 'nonsense' }, 'is away (500)', 0, 1],
  ['504', { status: 504 }, 'failed (504)', 0, 1],
  ['a refused sign-in', trouble(401, 20003), 'does not take messages from this server (20003)', 0, 1],
  ['a sender that is not ours', trouble(400, 21606), 'does not take messages from this server (21606)', 0, 1],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    'does not take messages from this server (302)',
    0,
    1,
  ],
  ['what cannot be understood', { status: 201, body: 'queued' }, 'answered what cannot be understood', 0, 1],
  ['no answer', 'hang up', 'cannot be reached (ECONNRESET)', 0, 1],
] as const satisfies [string, Said, string, number, number][])(
  'after %s it is tried again, no sooner than was asked',
  async (_, said, reason, tooSoon, later) => {
    const { share, texts, log } = await it.reader()
    it.server.instead.push(said)
    await share('Home')
    expect(texts()).toEqual([])
    const [waiting] = await log()
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting.reason).toContain(reason)
    expect(waiting.reason).not.toMatch(/127\.0\.0\.1|AC0123|9f3a61/)
    await it.pass(tooSoon)
    expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1 }])
    await it.pass(later)
    expect(texts()).toHaveLength(1)
    expect(await log()).toMatchObject([{ state: 'sent', attempts: 2, reason: null }])
  },
)

test.each([
  [21211, 'No SMS can reach this number (21211).', { stopped: 'unreachable', verified: false }],
  [21614, 'No SMS can reach this number (21614).', { stopped: 'unreachable', verified: false }],
  [21610, 'This number told the sender to stop (21610).', { stopped: 'unsubscribed', verified: true }],
  [21408, 'The SMS provider does not send to this number (21408).', { stopped: null, verified: true }],
])('%i ends the tries: %s', async (code, reason, after) => {
  const { ann, share, texts, state, log } = await it.reader()
  it.server.instead.push(trouble(400, code))
  await share('Home')
  await it.pass(600)
  expect(texts()).toEqual([])
  expect(await log()).toMatchObject([{ state: 'failed', attempts: 1, reason }])
  expect(await state()).toMatchObject(after)
  const { channels } = (await ann.as('GET', '/api/notifications/settings')).json()
  const ready = after.stopped === null
  expect(channels).toContainEqual({ channel: 'sms', configured: true, ready, why: null })
  await share('Garden')
  expect(texts()).toHaveLength(ready ? 1 : 0)
  expect(await log()).toHaveLength(ready ? 2 : 1)
})

test('a message whose acceptance was not heard of goes out again under the same name', async () => {
  const { share, texts } = await it.reader()
  it.server.instead.push('lost')
  await share('Home')
  await it.pass(1)
  expect(texts()).toHaveLength(2)
  expect(new Set(texts().map(({ name }) => name)).size).toBe(1)
  await share('Garden')
  expect(new Set(texts().map(({ name }) => name)).size).toBe(2)
})

test('what is switched off while it waits is not sent', async () => {
  const { change, share, texts, log } = await it.reader()
  const hour = (away: number) =>
    new Date(it.house.clock.now().getTime() + away * 3_600_000).toISOString().slice(11, 16)
  await change({ quietFrom: hour(-1), quietUntil: hour(1) })
  await share('Home')
  await change({ kinds: { shared: ['app'] } })
  await it.pass(61)
  expect(texts()).toEqual([])
  expect(await log()).toMatchObject([{ state: 'failed', reason: 'Switched off before it was sent.' }])
})

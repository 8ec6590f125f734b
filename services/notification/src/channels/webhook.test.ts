import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startReceiver } from '@doable/service-kit/fixtures/receiver'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../../fixtures/house.ts'

const url = 'http://todo.example.org'
let receiver: Awaited<ReturnType<typeof startReceiver>>
let house: Notifications
beforeAll(async () => {
  receiver = await startReceiver()
  const env = { OUTBOUND_ALLOW: '127.0.0.0/8', PUBLIC_URL: url }
  house = await startNotifications('2026-11-22T12:00:00.000Z', env)
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answers.length = 0
})
afterAll(async () => {
  await house.stop()
  await receiver.stop()
})
const pass = async (ms: number) => {
  house.clock.advance(ms)
  await house.work()
}
const hour = 3_600_000

/** Somebody with a webhook, whom others share lists with. */
async function listener(path = '/hook') {
  const [ann, bob] = [await house.person({ name: 'Ann' }), await house.person({ name: 'Bob' })]
  const made = await ann.as('POST', '/api/webhooks', { payload: { url: receiver.url + path } })
  expect(made.statusCode, made.body).toBe(201)
  const { id } = made.json().webhook
  const share = async (name: string) => {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, { listId, name, personId: ann.id })
    await house.work()
    return listId
  }
  const log = async () => (await ann.as('GET', '/api/notifications/deliveries?channel=webhook')).json().items
  const hook = async () => (await ann.as('GET', '/api/webhooks')).json().items[0]
  const replay = (deliveryId: string) => ann.as('POST', `/api/notifications/deliveries/${deliveryId}/replay`)
  const switchOn = () => ann.as('PATCH', `/api/webhooks/${id}`, { payload: { enabled: true } })
  return { ann, bob, id, share, log, hook, replay, switchOn }
}
const ids = () => receiver.received.map(({ headers }) => headers['webhook-id'])

test('a receiver is told what happened, in words and in fields', async () => {
  const { ann, bob, share, log, hook } = await listener('/in?key=1')
  const listId = await share('Home & garden')
  const [one] = receiver.received
  expect(receiver.received).toHaveLength(1)
  expect(one).toMatchObject({ path: '/in?key=1', headers: { 'content-type': 'application/json' } })
  const [notification] = await ann.told()
  expect(JSON.parse(one?.body ?? '')).toEqual({
    type: 'notification.shared',
    timestamp: notification.createdAt,
    version: 1,
    data: {
      id: notification.id,
      kind: 'shared',
      at: notification.createdAt,
      plannedAt: null,
      title: 'Home & garden',
      count: 1,
      taskId: null,
      listId,
      actor: { id: bob.id, name: 'Bob' },
      link: `${url}/tasks/list/${listId}`,
      words: {
        language: 'en',
        title: 'Shared with you: Home & garden',
        sentence: 'Bob shared the list “Home & garden” with you.',
        lines: [],
        late: null,
      },
    },
  })
  expect(await log()).toMatchObject([{ kind: 'shared', state: 'sent', attempts: 1, reason: null }])
  expect((await hook()).last).toEqual({ at: house.clock.now().toISOString(), ok: true, reason: null })
})

test('a task is told in the language of its reader, with a link that opens it', async () => {
  const { ann, bob } = await listener()
  await house.aboutPerson('user.changed', { id: ann.id, language: 'de' })
  const task = await house.task({ createdBy: ann.id, title: 'Müll' })
  const done = { ...task, completedAt: house.clock.now().toISOString(), completedBy: bob.id }
  const about = { actorId: bob.id, ownerId: ann.id, audience: [ann.id, bob.id] }
  await house.aboutTask('task.completed', done, about, { actorName: 'Bob' })
  await pass(hour)
  const { data } = JSON.parse(receiver.received[0]?.body ?? '')
  expect(data).toMatchObject({ taskId: task.id, listId: task.listId })
  expect(data.link).toBe(`${url}/tasks/list/${task.listId}?task=${task.id}`)
  expect(data.words).toMatchObject({ language: 'de', title: 'Erledigt: Müll' })
})

test('a name with the ends of lines in it stays a text of the body', async () => {
  const { share } = await listener()
  await share('Home\r\nx-evil: 1\r\n\r\n{"type":"evil"}\0"')
  expect(receiver.received).toHaveLength(1)
  const [one] = receiver.received
  expect(one?.headers).not.toHaveProperty('x-evil')
  const { type, data } = JSON.parse(one?.body ?? '')
  expect([type, data.title]).toEqual(['notification.shared', 'Home\r\nx-evil: 1\r\n\r\n{"type":"evil"}\0"'])
  expect(data.words.title).toMatch(/^Shared with you: Home x-evil: 1 \{"type":"evil"\}/)
})

test('what does not arrive is tried again under the same id, with the time of each try', async () => {
  const { share, log, hook } = await listener()
  receiver.next(500)
  receiver.answers.push((answer) => answer.destroy())
  await share('Home')
  const failure = { state: 'waiting', attempts: 1, reason: 'The receiver answered 500.' }
  expect(await log()).toMatchObject([failure])
  expect((await hook()).last).toMatchObject({ ok: false, reason: failure.reason })
  await pass(hour)
  expect(await log()).toMatchObject([
    { attempts: 2, reason: expect.stringMatching(/^The receiver cannot be reached/) },
  ])
  await pass(hour)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 3, reason: null }])
  expect(new Set(ids()).size).toBe(1)
  expect(ids()[0]).toMatch(/^msg_[\w-]{32}$/)
  const times = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']))
  expect(times.map((time) => time - Number(times[0]))).toEqual([0, 3600, 7200])
  const bodies = new Set(receiver.received.map(({ body }) => body))
  expect(bodies.size).toBe(1)
  await share('Garden')
  expect(new Set(ids()).size).toBe(2)
})

test('Retry-After is kept to', async () => {
  const { share, log } = await listener()
  receiver.next(429, { 'retry-after': '7200' })
  await share('Home')
  const at = house.clock.now()
  await pass(1.5 * hour)
  expect(receiver.received).toHaveLength(1)
  const tomorrow = new Date(at.getTime() + 5 * hour).toUTCString()
  receiver.next(503, { 'retry-after': tomorrow })
  await pass(hour)
  await pass(2 * hour)
  expect(receiver.received).toHaveLength(2)
  await pass(hour)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 3 }])
})

test.each([400, 401, 404, 302])('%i ends the tries', async (status) => {
  const { share, log } = await listener()
  receiver.next(status, { location: `${receiver.url}/elsewhere` })
  await share('Home')
  const reason = expect.stringContaining(`The receiver answered ${status}.`)
  expect(await log()).toMatchObject([{ state: 'failed', attempts: 1, reason }])
  await pass(hour)
  expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
})

test.each([408, 425, 500, 503])('%i is tried again', async (status) => {
  const { share, log } = await listener()
  receiver.next(status)
  await share('Home')
  await pass(hour)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('410 switches the webhook off, and its person is told in the app', async () => {
  const { ann, share, log, hook, switchOn } = await listener()
  receiver.next(410)
  await share('Home')
  expect(await log()).toMatchObject([{ state: 'failed', attempts: 1 }])
  expect(await hook()).toMatchObject({ enabled: false, switchedOff: 'gone' })
  const off = (await ann.told()).filter((each: { kind: string }) => each.kind === 'webhook-off')
  expect(off).toMatchObject([{ title: new URL(receiver.url).host, taskId: null }])
  await share('Garden')
  expect(receiver.received).toHaveLength(1)
  expect((await switchOn()).json()).toMatchObject({ enabled: true, switchedOff: null })
  await share('Shed')
  expect(receiver.received).toHaveLength(2)
})

test('what nothing reaches for a day is given up and switched off; once switched on it has another day', async () => {
  const { ann, share, log, hook, switchOn } = await listener()
  receiver.answers.push(
    ...Array.from({ length: 40 }, () => (answer: { destroy(): void }) => void answer.destroy()),
  )
  await share('Home')
  for (let hours = 0; hours < 23; hours += 1) await pass(hour)
  expect(await hook()).toMatchObject({ enabled: true, last: { ok: false } })
  // The next try may be as much as six hours after one that was just before the end of the day.
  for (let hours = 0; hours < 8; hours += 1) await pass(hour)
  expect(await hook()).toMatchObject({ enabled: false, switchedOff: 'failing' })
  for (let hours = 0; hours < 12; hours += 1) await pass(hour)
  const [{ state, attempts }] = await log()
  expect(state).toBe('failed')
  expect(attempts).toBeGreaterThan(8)
  expect(attempts).toBeLessThanOrEqual(16)
  const off = (await ann.told()).filter((each: { kind: string }) => each.kind === 'webhook-off')
  expect(off).toHaveLength(1)
  await switchOn()
  await share('Garden')
  expect(await hook()).toMatchObject({ enabled: true, switchedOff: null, last: { ok: false } })
})

test('a success in between keeps it on', async () => {
  const { share, hook } = await listener()
  receiver.next(404)
  await share('Home')
  await pass(12 * hour)
  await share('Garden')
  await pass(13 * hour)
  receiver.next(404)
  await share('Shed')
  expect(await hook()).toMatchObject({ enabled: true, last: { ok: false } })
  await pass(25 * hour)
  receiver.next(404)
  await share('Fence')
  expect(await hook()).toMatchObject({ enabled: false, switchedOff: 'failing' })
})

test('an answer without end counts by its status and is not read', async () => {
  const { share, log } = await listener()
  receiver.answers.push((answer) => {
    const more = () => {
      while (answer.writable && answer.write('x'.repeat(60_000)));
      answer.once('drain', more)
    }
    answer.writeHead(200)
    more()
  })
  await share('Home')
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test('what was sent or given up is sent once more as the same message', async () => {
  const { bob, share, log, replay } = await listener()
  receiver.next(404)
  await share('Home')
  const [{ id }] = await log()
  await pass(hour)
  expect((await bob.as('POST', `/api/notifications/deliveries/${id}/replay`)).statusCode).toBe(404)
  expect((await replay(id)).statusCode).toBe(204)
  expect((await replay(id)).json().type).toContain('delivery-waiting')
  await house.work()
  expect(await log()).toMatchObject([{ id, state: 'sent', attempts: 1, reason: null }])
  await pass(1000)
  expect((await replay(id)).statusCode).toBe(204)
  await house.work()
  expect(receiver.received).toHaveLength(3)
  expect(new Set(ids()).size).toBe(1)
  const stamps = new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp']))
  expect(stamps.size).toBe(3)
})

test('a replay after all tries were used up is tried as often again', async () => {
  const { share, log, replay, switchOn } = await listener()
  receiver.answers.push(
    ...Array.from({ length: 40 }, () => (answer: { destroy(): void }) => void answer.destroy()),
  )
  await share('Home')
  for (let hours = 0; hours < 48; hours += 1) await pass(hour)
  const [{ id, state }] = await log()
  expect(state).toBe('failed')
  expect((await replay(id)).json().type).toContain('webhook-off')
  await switchOn()
  receiver.answers.length = 1
  await replay(id)
  await house.work()
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1 }])
  await pass(hour)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('only what went to a webhook is sent once more', async () => {
  const { ann, share, replay } = await listener()
  await share('Home')
  const [app] = (await ann.as('GET', '/api/notifications/deliveries?channel=app')).json().items
  expect((await replay(app.id)).json().type).toContain('not-replayable')
})

test('what waits for a webhook that is removed or switched off is not sent', async () => {
  const { ann, id, share, log } = await listener()
  receiver.next(500)
  await share('Home')
  await ann.as('PATCH', `/api/webhooks/${id}`, { payload: { enabled: false } })
  await pass(hour)
  expect(await log()).toMatchObject([{ state: 'failed', reason: 'The webhook is switched off.' }])
  await ann.as('PATCH', `/api/webhooks/${id}`, { payload: { enabled: true } })
  receiver.next(500)
  await share('Garden')
  await ann.as('DELETE', `/api/webhooks/${id}`)
  await pass(hour)
  expect((await log())[0]).toMatchObject({ state: 'failed', reason: 'The webhook was removed.' })
  expect(receiver.received).toHaveLength(2)
})

test('what is switched off while it waits is not sent, which is no failure of the webhook', async () => {
  const { ann, share, log, hook } = await listener()
  receiver.next(500)
  await share('Home')
  const before = await hook()
  await ann.as('PATCH', '/api/notifications/settings', { payload: { kinds: { shared: ['app'] } } })
  await pass(hour)
  expect(await log()).toMatchObject([{ state: 'failed', reason: 'Switched off before it was sent.' }])
  expect(receiver.received).toHaveLength(1)
  expect(await hook()).toEqual(before)
})

test('an address that turns out to be private as it is sent to is given up', async () => {
  const { id, share, log } = await listener()
  const inner = createServer((_request, answer) => answer.end())
  await once(inner.listen(0, '127.0.0.1'), 'listening')
  let asked = 0
  inner.on('connection', () => {
    asked += 1
  })
  const { port } = inner.address() as AddressInfo
  // As a name would that has changed since it was entered.
  await house.platform.db
    .model('Webhook')
    .update({ url: `http://[::ffff:127.0.0.1]:${port}/` }, { where: { id } })
  await share('Home')
  expect(await log()).toMatchObject([
    { state: 'failed', attempts: 1, reason: expect.stringContaining('private network') },
  ])
  expect(asked).toBe(0)
  inner.close()
})

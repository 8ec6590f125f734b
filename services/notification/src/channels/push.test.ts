import type { User } from '@doable/contracts/user'
import { type PushReceiver, startPushReceiver } from '@doable/service-kit/fixtures/push-receiver'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../../fixtures/house.ts'

let receiver: PushReceiver
let house: Notifications
beforeAll(async () => {
  receiver = await startPushReceiver()
  const env = { ...receiver.env, VAPID_CONTACT: 'mailto:admin@example.org' }
  house = await startNotifications('2026-11-22T12:00:00.000Z', env)
})
afterAll(async () => {
  await house.stop()
  await receiver.stop()
})
afterEach(() => {
  receiver.say.length = 0
})

type Someone = Awaited<ReturnType<Notifications['person']>>

async function turnOn(person: Someone) {
  const subscription = receiver.subscribe()
  const answer = await person.as('POST', '/api/push/devices', { payload: subscription })
  expect(answer.statusCode).toBe(200)
  return { ...subscription, id: answer.json().id as string }
}
const devices = async (person: Someone) => (await person.as('GET', '/api/push/devices')).json().items
const log = async (person: Someone) =>
  (await person.as('GET', '/api/notifications/deliveries?channel=push')).json().items

/** Somebody with push on in one browser, and one who shares lists with them. */
async function reader(fields: Partial<User> = {}) {
  const [ann, bob] = [await house.person({ name: 'Ann', ...fields }), await house.person({ name: 'Bob' })]
  const browser = await turnOn(ann)
  const share = async (name: string) => {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, { listId, name, personId: ann.id })
    await house.work()
    return listId
  }
  return { ann, bob, browser, share, pushed: () => receiver.at(browser.endpoint) }
}

/** A task of Ann's that is due next week, with a reminder in an hour, and that hour. */
async function remind(ann: Someone, title: string) {
  const at = new Date(house.clock.now().getTime() + 3_600_000).toISOString()
  const when = { kind: 'at', on: at.slice(0, 10), time: at.slice(11, 16), timeZone: 'UTC' } as const
  const task = await house.task({ createdBy: ann.id, title, reminders: [when], dueOn: '2026-11-30' })
  await house.aboutTask('task.created', task, { actorId: ann.id })
  house.clock.set(at)
  await house.work()
  return task
}

test('a message is encrypted for its browser, signed for its push service, and says what happened', async () => {
  const { ann, share, pushed } = await reader()
  const listId = await share('Home & <b>garden</b>')
  const [one, ...more] = pushed()
  expect(more).toEqual([])
  expect(one?.message).toEqual({
    id: (await ann.told())[0].id,
    kind: 'shared',
    title: 'Shared with you: Home & <b>garden</b>',
    body: 'Bob shared the list “Home & <b>garden</b>” with you.',
    language: 'en',
    link: `/tasks/list/${listId}`,
    actions: [{ action: 'snooze', title: 'In an hour', done: 'You will be reminded in an hour.' }],
    failed: expect.stringContaining('did not work'),
  })
  const { publicKey } = (await ann.as('GET', '/api/push/key')).json()
  expect(one?.key).toBe(publicKey)
  expect(one?.claims.sub).toBe('mailto:admin@example.org')
  // RFC 8292, section 2: no more than a day ahead.
  const ahead = (one?.claims.exp ?? 0) - Date.now() / 1000
  expect(ahead).toBeGreaterThan(0)
  expect(ahead).toBeLessThanOrEqual(86_400)
  expect(one?.headers).toMatchObject({ ttl: '259200', urgency: 'normal' })
  expect(one?.headers.topic).toMatch(/^[\w-]{32}$/)
  expect(await log(ann)).toMatchObject([{ kind: 'shared', state: 'sent', attempts: 1, reason: null }])
})

test('a reminder is urgent, is kept for a day and can be completed, in the language of its reader', async () => {
  const { ann, pushed } = await reader({ language: 'de' })
  const task = await remind(ann, 'Blumen gießen 🌱')
  expect(pushed()).toHaveLength(1)
  expect(pushed()[0]).toMatchObject({
    headers: { ttl: '86400', urgency: 'high' },
    message: {
      kind: 'reminder',
      title: 'Erinnerung: Blumen gießen 🌱',
      link: `/tasks/list/${task.listId}?task=${task.id}`,
      task: { id: task.id, dueOn: '2026-11-30' },
      actions: [{ action: 'complete', title: 'Erledigen' }, { action: 'snooze' }],
    },
  })
})

test('the longest of titles fits, and a push service that takes less gets less', async () => {
  const { ann, share, pushed } = await reader()
  receiver.say.push({ status: 413 })
  await share('👩‍👩‍👧‍👦'.repeat(18))
  const [long, short] = pushed()
  expect(pushed()).toHaveLength(2)
  expect(long?.bytes).toBeLessThanOrEqual(4096)
  expect(short?.bytes).toBeLessThan(1200)
  expect(short?.message.title).toMatch(/^Shared with you: (👩‍👩‍👧‍👦)+…$/u)
  expect(short?.headers.topic).toBe(long?.headers.topic)
  expect(await log(ann)).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test('each device is told, and one that is gone is dropped without harm to the other', async () => {
  const { ann, browser, share } = await reader()
  const phone = await turnOn(ann)
  await share('Home')
  for (const { endpoint } of [browser, phone]) expect(receiver.at(endpoint)).toHaveLength(1)
  for (const status of [404, 410]) {
    const lost = await turnOn(ann)
    receiver.gone(lost.endpoint, status)
    await share('Garden')
    expect((await devices(ann)).map(({ id }: { id: string }) => id).sort()).toEqual(
      [browser.id, phone.id].sort(),
    )
    await share('Attic')
    expect(receiver.at(lost.endpoint)).toHaveLength(1)
  }
  const failed = (await log(ann)).filter(({ state }: { state: string }) => state === 'failed')
  expect(failed).toMatchObject([
    { attempts: 1, reason: expect.stringContaining('takes no more messages') },
    { attempts: 1, reason: expect.stringContaining('takes no more messages') },
  ])
})

test.each([
  [429, { 'retry-after': '120' }],
  [503, { 'retry-after': new Date('2026-11-22T12:02:00.000Z').toUTCString() }],
  [500, undefined],
])('after %i with %o the same message is sent again, later', async (status, headers) => {
  house.clock.set('2026-11-22T12:00:00.000Z')
  const { ann, share, pushed } = await reader()
  receiver.say.push({ status, ...(headers && { headers }) })
  await share('Home')
  expect(await log(ann)).toMatchObject([
    { state: 'waiting', attempts: 1, reason: expect.stringContaining(`${status}`) },
  ])
  house.clock.advance(headers ? 119_000 : 1000)
  await house.work()
  expect(pushed()).toHaveLength(1)
  house.clock.advance(120_000)
  await house.work()
  expect(pushed()).toHaveLength(2)
  expect(pushed()[1]?.headers.topic).toBe(pushed()[0]?.headers.topic)
  expect(pushed()[1]?.message).toEqual(pushed()[0]?.message)
  expect(await log(ann)).toMatchObject([{ state: 'sent', attempts: 2, reason: null }])
})

test('what a push service refuses is not sent again, and the device stays', async () => {
  const { ann, share, pushed } = await reader()
  receiver.say.push({ status: 403 })
  await share('Home')
  house.clock.advance(86_400_000)
  await house.work()
  expect(pushed()).toHaveLength(1)
  expect(await log(ann)).toMatchObject([
    { state: 'failed', attempts: 1, reason: 'The push service answered 403.' },
  ])
  expect(await devices(ann)).toHaveLength(1)
})

test('what was on its way to a device that was removed meanwhile, or switched off, stays here', async () => {
  const { ann, browser, share, pushed } = await reader()
  await ann.as('PATCH', '/api/notifications/settings', {
    payload: { quietFrom: '00:00', quietUntil: '23:59' },
  })
  await share('Home')
  expect(await log(ann)).toMatchObject([{ state: 'waiting', attempts: 0 }])
  expect((await ann.as('DELETE', `/api/push/devices/${browser.id}`)).statusCode).toBe(204)
  house.clock.advance(86_400_000)
  await house.work()
  expect(pushed()).toEqual([])
  expect(await log(ann)).toMatchObject([{ state: 'failed', reason: 'Push is off on this device by now.' }])
})

test('what was switched off while it waited is not sent', async () => {
  house.clock.set('2026-11-22T12:00:00.000Z')
  const { ann, share, pushed } = await reader()
  const change = (payload: object) => ann.as('PATCH', '/api/notifications/settings', { payload })
  await change({ quietFrom: '00:00', quietUntil: '23:59' })
  await share('Home')
  await change({ kinds: { shared: ['app'] } })
  house.clock.advance(86_400_000)
  await house.work()
  expect(pushed()).toEqual([])
  expect(await log(ann)).toMatchObject([{ state: 'failed', reason: 'Switched off before it was sent.' }])
})

test('the digest is kept until the evening of its reader', async () => {
  house.clock.set('2026-11-23T05:00:00.000Z')
  const { ann, pushed } = await reader({ timeZone: 'Europe/Berlin' })
  await ann.as('PATCH', '/api/notifications/settings', { payload: { digestAt: '08:00' } })
  const task = await house.task({ createdBy: ann.id, title: 'Pay\nrent', dueOn: '2026-11-23' })
  await house.aboutTask('task.created', task, { actorId: ann.id })
  house.clock.set('2026-11-23T07:00:00.000Z')
  await house.work()
  expect(pushed().find(({ message }) => message.kind === 'digest')).toMatchObject({
    headers: { ttl: String(13 * 3600), urgency: 'normal' },
    message: { title: 'Your day', link: '/tasks/today', actions: [] },
  })
})

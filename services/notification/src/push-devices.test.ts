import { type PushReceiver, startPushReceiver } from '@doable/service-kit/fixtures/push-receiver'
import { until } from '@doable/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'

const url = '/api/push/devices'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
let receiver: PushReceiver
let house: Notifications
beforeAll(async () => {
  receiver = await startPushReceiver()
  house = await startNotifications('2026-11-22T12:00:00.000Z', receiver.env)
})
afterAll(async () => {
  await house.stop()
  await receiver.stop()
})

type Someone = Awaited<ReturnType<Notifications['person']>>
const list = async (person: Someone) => (await person.as('GET', url)).json().items
const add = (person: Someone, payload: object, agent = firefox) =>
  person.as('POST', url, { payload, headers: { 'user-agent': agent } })
const see = (person: Someone, endpoint: string) => person.as('POST', `${url}/seen`, { payload: { endpoint } })
const ready = async (person: Someone) => {
  const { channels } = (await person.as('GET', '/api/notifications/settings')).json()
  return channels.find(({ channel }: { channel: string }) => channel === 'push')
}

test('a browser is added by its name, is there once, and can be removed', async () => {
  const ann = await house.person()
  expect(await ready(ann)).toEqual({ channel: 'push', configured: true, ready: false, why: null })
  const browser = receiver.subscribe()
  const first = await add(ann, browser)
  expect(first.json()).toEqual({
    id: expect.any(String),
    device: 'Firefox on Linux',
    createdAt: '2026-11-22T12:00:00.000Z',
    lastSeenAt: '2026-11-22T12:00:00.000Z',
  })
  house.clock.advance(60_000)
  const again = await add(ann, browser)
  expect(again.json()).toEqual({ ...first.json(), lastSeenAt: '2026-11-22T12:01:00.000Z' })
  house.clock.advance(60_000)
  expect((await see(ann, browser.endpoint)).json()).toEqual({
    ...first.json(),
    lastSeenAt: '2026-11-22T12:02:00.000Z',
  })
  expect(await list(ann)).toHaveLength(1)
  expect((await ready(ann)).ready).toBe(true)
  // Whoever knows the endpoint could write to it.
  expect(JSON.stringify(await list(ann))).not.toContain('push/')
  expect((await ann.as('DELETE', `${url}/${first.json().id}`)).statusCode).toBe(204)
  expect((await ann.as('DELETE', `${url}/${first.json().id}`)).statusCode).toBe(404)
  expect((await see(ann, browser.endpoint)).statusCode).toBe(404)
  expect(await list(ann)).toEqual([])
})

test('an endpoint that the browser changed keeps its place, and that of another stays theirs', async () => {
  const [ann, bob] = [await house.person(), await house.person()]
  const [before, after, other] = [receiver.subscribe(), receiver.subscribe(), receiver.subscribe()]
  const { id } = (await add(ann, before)).json()
  expect((await add(bob, { ...other, replaces: before.endpoint })).statusCode).toBe(404)
  expect((await add(ann, { ...after, replaces: before.endpoint })).json().id).toBe(id)
  // The same said twice, as when the first answer was lost.
  expect((await add(ann, { ...after, replaces: before.endpoint })).json().id).toBe(id)
  expect(await list(ann)).toHaveLength(1)
  expect((await see(ann, before.endpoint)).statusCode).toBe(404)
  expect(await list(bob)).toEqual([])
})

test('an endpoint that is known already takes the place of the one it replaces', async () => {
  const ann = await house.person()
  const [before, after] = [receiver.subscribe(), receiver.subscribe()]
  await add(ann, before)
  const { id } = (await add(ann, after)).json()
  expect((await add(ann, { ...after, replaces: before.endpoint })).json().id).toBe(id)
  expect(await list(ann)).toMatchObject([{ id }])
  expect((await see(ann, before.endpoint)).statusCode).toBe(404)
})

test('a browser that somebody else signs in on is no longer that of who used it before', async () => {
  const [ann, bob] = [await house.person(), await house.person()]
  const [desk, sofa] = [receiver.subscribe(), receiver.subscribe()]
  const { id } = (await add(ann, desk)).json()
  await add(ann, sofa)
  expect((await add(bob, desk)).json().id).not.toBe(id)
  expect(await list(ann)).toHaveLength(1)
  // Not asked for by Bob, but not Ann's any more either.
  expect((await see(bob, sofa.endpoint)).statusCode).toBe(404)
  expect(await list(ann)).toEqual([])
  expect(await list(bob)).toHaveLength(1)
})

test('nobody removes the device of another', async () => {
  const [ann, bob] = [await house.person(), await house.person()]
  const { id } = (await add(ann, receiver.subscribe())).json()
  expect((await bob.as('DELETE', `${url}/${id}`)).statusCode).toBe(404)
  expect(await list(ann)).toHaveLength(1)
})

test('a person has at most 20', async () => {
  const ann = await house.person()
  for (let count = 0; count < 20; count++) expect((await add(ann, receiver.subscribe())).statusCode).toBe(200)
  const refused = await add(ann, receiver.subscribe())
  expect(refused.statusCode).toBe(409)
  expect(refused.json().type).toBe('/problems/too-many-push-devices')
  expect(await list(ann)).toHaveLength(20)
})

test('where a person is signed out nothing is pushed any more', async () => {
  const ann = await house.person()
  const phone = await house.signInAgain(ann.id)
  const tablet = await house.signInAgain(ann.id)
  for (const device of [ann, phone, tablet]) await add(device, receiver.subscribe())
  const out = (data: object) => house.announce('user.signed-out', ann.id, ann.id, { actorId: ann.id }, data)
  await out({ sessionId: phone.sessionId, exceptId: null })
  expect(await list(ann)).toHaveLength(2)
  await out({ sessionId: null, exceptId: tablet.sessionId })
  expect(await list(ann)).toHaveLength(1)
  await out({ sessionId: null, exceptId: null })
  expect(await list(ann)).toEqual([])
})

test.each(['user.deleted', 'user.erased'])('after %s nothing is left', async (type) => {
  const ann = await house.person()
  await add(ann, receiver.subscribe())
  await house.announce(type, ann.id, ann.id, { actorId: ann.id }, {})
  const left = () => house.platform.db.model('PushDevice').count({ where: { personId: ann.id } })
  await until(async () => (await left()) === 0, 'the device to be gone')
})

const keys = {
  p256dh: 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
  auth: 'A'.repeat(22),
}
test.each([
  ['a private address', { endpoint: 'https://10.0.0.1/push', keys }],
  ['the address of metadata', { endpoint: 'https://169.254.169.254/latest', keys }],
  ['a mapped address', { endpoint: 'https://[::ffff:192.168.0.1]/', keys }],
  ['no encryption', { endpoint: 'http://push.example.org/a', keys }],
  ['another scheme', { endpoint: 'file:///etc/passwd', keys }],
  ['a password', { endpoint: 'https://a:b@8.8.8.8/a', keys }],
  ['another port', { endpoint: 'https://8.8.8.8:22/a', keys }],
  ['a key that is too short', { endpoint: 'https://8.8.8.8/a', keys: { ...keys, p256dh: 'BAAA' } }],
  ['a secret that is too long', { endpoint: 'https://8.8.8.8/a', keys: { ...keys, auth: 'A'.repeat(40) } }],
  [
    'a point that is not on the curve',
    { endpoint: 'https://8.8.8.8/a', keys: { ...keys, p256dh: 'B'.repeat(87) } },
  ],
  ['an endpoint of 3,000 letters', { endpoint: `https://8.8.8.8/${'a'.repeat(3000)}`, keys }],
])('%s is refused', async (_, payload) => {
  const ann = await house.person()
  expect((await add(ann, payload)).statusCode).toBe(400)
  expect(await list(ann)).toEqual([])
})

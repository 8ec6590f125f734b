import { standardSettings } from '@doable/contracts/notification-settings'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { quietUntil } from './quiet.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

const url = '/api/notifications/settings'
async function people() {
  const [ann, bob] = [await house.person({ name: 'Ann' }), await house.person({ name: 'Bob' })]
  const share = (name: string) => {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    return house.announce('list.shared', listId, listId, about, { listId, name, personId: ann.id })
  }
  const change = (payload: object) => ann.as('PATCH', url, { payload })
  const log = async (query = '') => (await ann.as('GET', `/api/notifications/deliveries${query}`)).json()
  return { ann, bob, share, change, log }
}

test('whoever has said nothing is told as usual; a change holds for what it names', async () => {
  const { ann, bob, change } = await people()
  expect((await ann.as('GET', url)).json().settings).toEqual(standardSettings)
  const answer = await change({ kinds: { shared: ['app'] }, quietFrom: '22:00', quietUntil: '07:00' })
  expect(answer.statusCode).toBe(200)
  await change({ kinds: { completed: [] }, dueSoonMinutes: 10 })
  expect((await ann.as('GET', url)).json().settings).toEqual({
    ...standardSettings,
    kinds: { ...standardSettings.kinds, shared: ['app'], completed: [] },
    quietFrom: '22:00',
    quietUntil: '07:00',
    dueSoonMinutes: 10,
  })
  expect((await bob.as('GET', url)).json().settings).toEqual(standardSettings)
})

test.each([
  {},
  { kinds: { shared: ['pigeon'] } },
  { kinds: { nonsense: ['app'] } },
  { quietFrom: '25:00' },
  { dueSoonMinutes: -1 },
  { personId: uuidv7() },
])('%j is no change', async (payload) => {
  const { change } = await people()
  expect((await change(payload)).statusCode).toBe(400)
})

test('what is told in the app stands in the log; what is switched off is not told at all', async () => {
  const { ann, share, change, log } = await people()
  await share('Home')
  expect((await log()).items).toMatchObject([
    { kind: 'shared', title: 'Home', channel: 'app', state: 'sent', attempts: 1, reason: null },
  ])
  await change({ kinds: { shared: [] } })
  await share('Garden')
  expect(await ann.told()).toHaveLength(1)
  expect((await log()).items).toHaveLength(1)
})

test('what is to be told elsewhere only does not stand behind the bell', async () => {
  const { ann, share, change } = await people()
  await change({ kinds: { shared: ['email'] } })
  await share('Home')
  expect(await ann.told()).toEqual([])
  expect((await ann.as('GET', '/api/notifications/unread')).json()).toEqual({ unread: 0 })
})

test('the log is paged, and nobody reads that of another', async () => {
  const { bob, share, log } = await people()
  for (const name of ['One', 'Two', 'Three']) {
    house.clock.advance(1)
    await share(name)
  }
  const first = await log('?limit=2')
  expect(first.items.map(({ title }: { title: string }) => title)).toEqual(['Three', 'Two'])
  const second = await log(`?limit=2&cursor=${first.next}`)
  expect(second.items.map(({ title }: { title: string }) => title)).toEqual(['One'])
  expect(second.next).toBeNull()
  expect((await bob.as('GET', '/api/notifications/deliveries')).json().items).toEqual([])
})

test('a test message comes over the channel that is asked for, or says what is missing', async () => {
  const { ann, log } = await people()
  expect((await ann.as('POST', `${url}/test`, { payload: { channel: 'app' } })).statusCode).toBe(204)
  expect(await ann.told()).toMatchObject([{ kind: 'test' }])
  expect((await log()).items).toMatchObject([{ kind: 'test', channel: 'app', state: 'sent' }])
  expect((await ann.as('POST', `${url}/test`, { payload: { channel: 'sms' } })).statusCode).toBe(409)
})

test('what this server cannot send over is said, and holds nothing else up', async () => {
  const { ann, share, log } = await people()
  const { channels } = (await ann.as('GET', url)).json()
  expect(channels).toContainEqual({
    channel: 'email',
    configured: false,
    ready: false,
    why: expect.stringContaining('SMTP_URL'),
  })
  const refused = await ann.as('POST', `${url}/test`, { payload: { channel: 'email' } })
  expect(refused.statusCode).toBe(409)
  expect(refused.json().detail).toContain('SMTP_URL')
  await share('Home')
  expect((await log()).items).toMatchObject([{ channel: 'app', state: 'sent' }])
})

const night = { quietFrom: '22:00', quietUntil: '07:00' }
test.each([
  ['in the evening', night, '2026-11-22T22:30:00.000Z', 'Europe/Berlin', '2026-11-23T06:00:00.000Z'],
  ['after midnight', night, '2026-11-23T02:00:00.000Z', 'Europe/Berlin', '2026-11-23T06:00:00.000Z'],
  ['in the afternoon', night, '2026-11-22T14:00:00.000Z', 'Europe/Berlin', null],
  ['at its end', night, '2026-11-23T06:00:00.000Z', 'Europe/Berlin', null],
  ['at its beginning', night, '2026-11-22T21:00:00.000Z', 'Europe/Berlin', '2026-11-23T06:00:00.000Z'],
  [
    'at noon',
    { quietFrom: '12:00', quietUntil: '13:30' },
    '2026-11-22T12:00:00.000Z',
    'UTC',
    '2026-11-22T13:30:00.000Z',
  ],
  // In Berlin 02:00 to 03:00 did not exist on that night.
  [
    'until a time that is skipped',
    { quietFrom: '22:00', quietUntil: '02:30' },
    '2026-03-28T23:00:00.000Z',
    'Europe/Berlin',
    '2026-03-29T01:30:00.000Z',
  ],
  ['on a night of 23 hours', night, '2026-03-28T22:00:00.000Z', 'Europe/Berlin', '2026-03-29T05:00:00.000Z'],
  ['on a night of 25 hours', night, '2026-10-24T22:00:00.000Z', 'Europe/Berlin', '2026-10-25T06:00:00.000Z'],
  [
    'from a time that is skipped',
    { quietFrom: '02:30', quietUntil: '07:00' },
    '2026-03-29T01:00:00.000Z',
    'Europe/Berlin',
    '2026-03-29T05:00:00.000Z',
  ],
  [
    'not yet before a time that is skipped',
    { quietFrom: '02:30', quietUntil: '07:00' },
    '2026-03-29T00:59:59.999Z',
    'Europe/Berlin',
    null,
  ],
  [
    'until a time that comes twice',
    { quietFrom: '22:00', quietUntil: '02:30' },
    '2026-10-25T00:29:00.000Z',
    'Europe/Berlin',
    '2026-10-25T00:30:00.000Z',
  ],
  [
    'no more when it comes the second time',
    { quietFrom: '22:00', quietUntil: '02:30' },
    '2026-10-25T01:15:00.000Z',
    'Europe/Berlin',
    null,
  ],
  ['never', { quietFrom: null, quietUntil: null }, '2026-11-22T23:00:00.000Z', 'UTC', null],
] as const)('quiet %s', (_, settings, now, zone, until) => {
  expect(quietUntil(settings, new Date(now), zone)?.toISOString() ?? null).toBe(until)
})

import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { Delivery } from './delivery.ts'
import { jobsOf } from './jobs.ts'
import { Notification } from './notification.ts'

const path = '/api/administration'
let house: Notifications
beforeEach(async () => {
  house = await startNotifications()
})
afterEach(() => house.stop())

/** Jobs that were given up, one a second. */
async function givenUp(count: number, queue = 'alarm', owner: string | null = null): Promise<string[]> {
  const { platform, clock } = house
  const rows = Array.from({ length: count }, () => {
    clock.advance(1000)
    const at = clock.now()
    const job = { queue, owner, runAt: at, createdAt: at, payload: '{"taskId":"secret"}' }
    return { ...job, id: uuidv7(), state: 'dead' as const, attempts: 10, failure: 'it fell over' }
  })
  for (let from = 0; from < rows.length; from += 50)
    await jobsOf(platform).model.bulkCreate(rows.slice(from, from + 50))
  return rows.map(({ id }) => id)
}
const states = async () => {
  const rows = await jobsOf(house.platform).model.findAll({ attributes: ['id', 'state', 'attempts'] })
  return new Map(rows.map(({ id, state, attempts }) => [id, [state, attempts]]))
}

test('an administrator sees what was given up page by page, and how much of each queue', async () => {
  const ann = await house.administrator()
  const ids = [...(await givenUp(2)), ...(await givenUp(1, 'deliver-email', ann.id))]
  await jobsOf(house.platform).put({ queue: 'digest', runAt: house.clock.now(), payload: {} })
  const first = (await ann.as('GET', `${path}/jobs?limit=2`)).json()
  expect(first.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
  expect(JSON.stringify(first)).not.toContain('secret')
  const second = (await ann.as('GET', `${path}/jobs?limit=2&cursor=${first.next}`)).json()
  const mail = { queue: 'deliver-email', ownerId: ann.id, attempts: 10, failure: 'it fell over' }
  expect(second).toMatchObject({ items: [{ id: ids[2], ...mail }], next: null })
  expect(first.queues).toEqual(
    expect.arrayContaining([
      { queue: 'alarm', due: 0, dead: 2 },
      { queue: 'digest', due: 1, dead: 0 },
      { queue: 'deliver-email', due: 0, dead: 1 },
    ]),
  )
})

test('the status tells of each queue and of what a day of deliveries came to', async () => {
  const { clock, platform } = house
  const ann = await house.administrator()
  await givenUp(2)
  const jobs = jobsOf(platform)
  await jobs.put({ queue: 'digest', runAt: clock.now(), payload: {} })
  await jobs.put({ queue: 'digest', runAt: new Date(clock.now().getTime() + 60_000), payload: {} })
  clock.advance(5_000)
  const told = { id: uuidv7(), personId: ann.id, title: 'Told', dedupeKey: 'told', createdAt: clock.now() }
  await Notification.create({ ...told, kind: 'test', taskId: null, listId: null, shown: true, count: 1 })
  const row = { notificationId: told.id, personId: ann.id, target: '', attempts: 1, runAt: clock.now() }
  const old = new Date(clock.now().getTime() - 25 * 60 * 60 * 1000)
  for (const [state, createdAt] of [
    ['sent', clock.now()],
    ['sent', clock.now()],
    ['failed', clock.now()],
    ['sent', old],
  ] as const) {
    const id = uuidv7()
    await Delivery.create({ ...row, id, channel: 'email', state, dedupeKey: id, createdAt })
  }
  const ask = async () => (await ann.as('GET', `${path}/status/notification`)).json()
  const status = await ask()
  expect(status.queues).toContainEqual({ queue: 'alarm', waiting: 0, due: 0, seconds: 0, dead: 2 })
  expect(status.queues).toContainEqual({ queue: 'digest', waiting: 2, due: 1, seconds: 5, dead: 0 })
  expect(status.deliveries).toContainEqual({ channel: 'email', sent: 2, waiting: 0, failed: 1 })
  expect(status.deliveries).toContainEqual({ channel: 'sms', sent: 0, waiting: 0, failed: 0 })
  expect(status).toMatchObject({ service: 'notification', sessions: 1 })
  await Delivery.destroy({ where: {} })
  clock.advance(61_000)
  expect((await ask()).deliveries).toContainEqual({ channel: 'email', sent: 0, waiting: 0, failed: 0 })
})

test('one is done again or forgotten, and a second time there is none', async () => {
  const ann = await house.administrator()
  const [again, away] = await givenUp(2)
  expect((await ann.as('POST', `${path}/jobs/${again}/retry`)).statusCode).toBe(204)
  expect((await ann.as('DELETE', `${path}/jobs/${away}`)).statusCode).toBe(204)
  expect([...(await states())]).toEqual([[again, ['waiting', 0]]])
  expect((await ann.as('POST', `${path}/jobs/${again}/retry`)).statusCode).toBe(404)
  expect((await ann.as('DELETE', `${path}/jobs/${again}`)).statusCode).toBe(404)
})

test('all of a queue are done again or forgotten, 500 at a time, and no other queue', async () => {
  const ann = await house.administrator()
  const [other = ''] = await givenUp(1, 'digest')
  for (const action of ['retry', 'discard']) {
    await givenUp(501)
    const all = () => ann.as('POST', `${path}/queues/alarm/${action}`)
    expect((await all()).json()).toEqual({ changed: 500, more: true })
    expect((await all()).json()).toEqual({ changed: 1, more: false })
    expect((await all()).statusCode).toBe(404)
  }
  const after = await states()
  expect(after.get(other)).toEqual(['dead', 10])
  expect([...after.values()].filter(([state]) => state === 'waiting')).toHaveLength(501)
  expect(after.size).toBe(502)
})

test('for a person none of it exists, and a stranger is asked to sign in', async () => {
  const bob = await house.person()
  const [id] = await givenUp(1)
  for (const [method, url] of [
    ['GET', `${path}/jobs`],
    ['GET', `${path}/jobs?limit=nonsense`],
    ['POST', `${path}/jobs/${id}/retry`],
    ['DELETE', `${path}/jobs/${id}`],
    ['POST', `${path}/queues/alarm/retry`],
    ['POST', `${path}/queues/alarm/discard`],
  ] as const) {
    const answer = await bob.as(method, url)
    const nothing = await bob.as(method, '/api/administration/nothing')
    expect([answer.statusCode, answer.json().type, answer.json().detail]).toEqual([
      404,
      nothing.json().type,
      nothing.json().detail,
    ])
    expect((await house.app.inject({ method, url })).statusCode).toBe(401)
  }
  expect([...(await states()).values()]).toEqual([['dead', 10]])
})

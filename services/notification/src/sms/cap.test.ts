import { afterAll, beforeAll, expect, test } from 'vitest'
import { trouble } from '../../fixtures/sms-server.ts'
import { newNumber, startTexting, type Texting } from '../../fixtures/texting.ts'
import { takeOne } from './cap.ts'

let it: Texting
beforeAll(async () => {
  it = await startTexting({ SMS_PER_DAY: '3' })
})
afterAll(() => it.stop())

const capped = { state: 'failed', attempts: 1, reason: 'Over the cap of 3 SMS a day.' }

test('the code counts, and what is over the cap is ended until the person’s next day', async () => {
  it.house.clock.set('2026-11-22T12:00:00.000Z')
  const { share, texts, state, log } = await it.reader({ timeZone: 'Asia/Tokyo' })
  for (const name of ['One', 'Two', 'Three']) await share(name)
  expect(texts()).toHaveLength(2)
  expect(await state()).toMatchObject({ perDay: 3, left: 0 })
  expect((await log())[0]).toMatchObject(capped)
  it.house.clock.set('2026-11-22T14:59:00.000Z')
  await share('Four')
  expect(texts()).toHaveLength(2)
  // Midnight in Tokyo.
  it.house.clock.set('2026-11-22T15:00:00.000Z')
  expect(await state()).toMatchObject({ left: 3 })
  await share('Five')
  expect(texts()).toHaveLength(3)
})

test('what is urgent costs as much', async () => {
  it.house.clock.set('2026-11-23T08:00:00.000Z')
  const { ann, change, texts, log } = await it.reader()
  await change({ kinds: { reminder: ['sms'] } })
  const reminders = [60, 30, 15].map((minutes) => ({ kind: 'before', of: 'due', minutes }) as const)
  const due = { dueOn: '2026-11-23', dueTime: '10:00', priority: 1, reminders } as const
  const task = await it.house.task({ createdBy: ann.id, ...due, reminders })
  await it.house.aboutTask('task.created', task, { actorId: ann.id })
  for (const minutes of [60, 30, 15]) await it.pass(minutes)
  expect(texts().map(({ body }) => body)).toEqual([
    expect.stringMatching(/^Reminder: Water the plants http/),
    expect.stringMatching(/^Reminder: Water the plants http/),
  ])
  expect((await log())[0]).toMatchObject({ kind: 'reminder', ...capped })
})

test('a code over the cap is refused, and does not begin anew with another number or zone', async () => {
  const { ann, set, share, state } = await it.reader({ timeZone: 'Pacific/Kiritimati' })
  await share('One')
  await share('Two')
  await ann.as('DELETE', '/api/sms/number')
  const answer = await set(newNumber())
  expect(answer.json()).toMatchObject({ status: 429, type: '/problems/sms-cap-reached' })
  await it.house.aboutPerson('user.changed', { id: ann.id, timeZone: 'Pacific/Pago_Pago' })
  expect((await set(newNumber())).statusCode).toBe(429)
  expect(await state()).toMatchObject({ left: 0 })
})

test('what was refused costs nothing; what may have been taken does', async () => {
  const { share, state } = await it.reader()
  it.server.instead.push(trouble(503, 20500))
  await share('Home')
  expect(await state()).toMatchObject({ left: 2 })
  it.server.instead.push('lost')
  await it.pass(1)
  expect(await state()).toMatchObject({ left: 1 })
})

test('many at once are no more than the cap', async () => {
  const { ann } = await it.reader()
  const person = { personId: ann.id, timeZone: 'UTC' }
  const taken = await Promise.all(Array.from({ length: 10 }, () => takeOne(it.house.platform, person)))
  expect(taken.filter(Boolean)).toHaveLength(2)
})

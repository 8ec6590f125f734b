import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'

let house: Dues
beforeEach(async () => {
  house = await startDues()
})
afterEach(() => house.stop())

const jobs = () => house.platform.db.model('NotificationJobs').count()
/** Somebody who was just told, at nine in Berlin, that a task is due. */
async function told() {
  const { ann, task, say } = await house.dueTask({ dueOn: '2026-11-23' })
  const [first] = await house.toldAt(ann, '2026-11-23T08:00:00.000Z')
  const snooze = (span: string, who = ann, id = first.id) =>
    who.as('POST', `/api/notifications/${id}/snooze`, { payload: { for: span } })
  return { ann, task, say, first, snooze }
}

test.each([
  ['10min', '2026-11-23T08:10:00.000Z'],
  ['1h', '2026-11-23T09:00:00.000Z'],
  ['tomorrow', '2026-11-24T08:00:00.000Z'],
])('tells again after %s, once, and until then it is read', async (span, until) => {
  const { ann, task, snooze } = await told()
  const answer = await snooze(span)
  expect([answer.statusCode, answer.json()]).toEqual([200, { until, unread: 0 }])
  const earlier = new Date(Date.parse(until) - 1).toISOString()
  expect(await house.toldAt(ann, earlier)).toHaveLength(1)
  const again = { kind: 'reminder', taskId: task.id, title: task.title, plannedAt: until, readAt: null }
  const reminders = async () =>
    (await house.toldAt(ann, until)).filter(({ kind }: { kind: string }) => kind === 'reminder')
  expect(await reminders()).toMatchObject([again])
  expect(await reminders()).toHaveLength(1)
})

test('a second time moves it', async () => {
  const { ann, snooze } = await told()
  await snooze('10min')
  await snooze('1h')
  expect(await house.toldAt(ann, '2026-11-23T08:30:00.000Z')).toHaveLength(1)
  expect(await house.toldAt(ann, '2026-11-23T09:00:00.000Z')).toHaveLength(2)
})

test.each(['task.completed', 'task.trashed'])('not after %s', async (type) => {
  const { ann, say, snooze } = await told()
  await snooze('1h')
  await say(type, { completedAt: '2026-11-23T08:00:00.000Z' })
  expect(await jobs()).toBe(0)
  expect(await house.toldAt(ann, '2026-11-23T12:00:00.000Z')).toHaveLength(1)
})

test('news of a list, and of a task that tells somebody else, come again too, but not without access', async () => {
  const [ann, bob] = [await house.person(), await house.person()]
  const listId = uuidv7()
  const about = { actorId: ann.id, audience: [ann.id, bob.id] }
  const place = { listId, name: 'Home', personId: bob.id }
  await house.announce('list.shared', listId, listId, about, place)
  const task = await house.task({ createdBy: ann.id, listId, assigneeId: bob.id })
  await house.aboutTask('task.created', task, about)
  for (const { id } of await bob.told())
    await bob.as('POST', `/api/notifications/${id}/snooze`, { payload: { for: '10min' } })
  await house.aboutTask('task.changed', { ...task, dueOn: '2026-11-22', assigneeId: ann.id }, about)
  const again = await house.toldAt(bob, '2026-11-22T12:10:00.000Z')
  expect(again.map(({ kind, taskId }: { kind: string; taskId: string }) => [kind, taskId])).toEqual(
    expect.arrayContaining([
      ['reminder', null],
      ['reminder', task.id],
    ]),
  )
  expect(again).toHaveLength(4)
  for (const { id } of again)
    await bob.as('POST', `/api/notifications/${id}/snooze`, { payload: { for: '10min' } })
  await house.announce('list.left', listId, listId, about, place)
  expect(await house.toldAt(bob, '2026-11-23T12:00:00.000Z')).toHaveLength(4)
})

test("of nobody else's, of none there is, and not for ever", async () => {
  const { snooze } = await told()
  const bob = await house.person()
  expect((await snooze('1h', bob)).statusCode).toBe(404)
  expect((await snooze('1h', undefined, uuidv7())).statusCode).toBe(404)
  expect((await snooze('10 years')).statusCode).toBe(400)
})

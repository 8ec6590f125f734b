import type { Reminder } from '@doable/contracts/reminder'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Due, type Dues, startDues } from '../fixtures/dues.ts'
import { startWork } from './index.ts'

let house: Dues
beforeEach(async () => {
  house = await startDues()
})
afterEach(() => house.stop())

const before = (minutes: number, of: 'start' | 'due' | 'deadline' = 'due'): Reminder => ({
  kind: 'before',
  of,
  minutes,
})
const at = (time: string, timeZone: string | null = null): Reminder => ({
  kind: 'at',
  on: '2026-11-23',
  time,
  timeZone,
})
const kindsAt = async (...args: Parameters<Dues['toldAt']>) =>
  (await house.toldAt(...args)).map(({ kind }: { kind: string }) => kind)
const jobs = () => house.platform.db.model('NotificationJobs').count()

test('reminds at each of its moments, not before, and once', async () => {
  const reminders = [before(60), at('08:00')]
  const { ann, task } = await house.dueTask({ dueOn: '2026-11-23', dueTime: '10:00', reminders })
  expect(await kindsAt(ann, '2026-11-23T06:59:59.999Z')).toEqual([])
  expect(await house.toldAt(ann, '2026-11-23T07:00:00.000Z')).toMatchObject([
    { kind: 'reminder', taskId: task.id, title: task.title, plannedAt: '2026-11-23T07:00:00.000Z' },
  ])
  expect(await kindsAt(ann, '2026-11-23T08:00:00.000Z')).toEqual(['reminder', 'reminder'])
  expect(await kindsAt(ann, '2026-11-23T08:30:00.000Z')).toEqual(['due-soon', 'reminder', 'reminder'])
  expect(await kindsAt(ann, '2026-11-24T07:59:59.999Z')).toHaveLength(3)
  expect(await kindsAt(ann, '2026-11-24T08:00:00.000Z')).toEqual([
    'overdue',
    'due-soon',
    'reminder',
    'reminder',
  ])
  expect(await jobs()).toBe(0)
})

test('a task without any date reminds at a time of its own', async () => {
  const { ann } = await house.dueTask({ dueOn: null, reminders: [at('18:30')] })
  expect(await kindsAt(ann, '2026-11-23T17:29:59.999Z')).toEqual([])
  expect(await kindsAt(ann, '2026-11-23T17:30:00.000Z')).toEqual(['reminder'])
})

test('of a start and of a deadline', async () => {
  const reminders = [before(0, 'start'), before(120, 'deadline')]
  const days = { dueOn: null, startOn: '2026-11-23', deadlineOn: '2026-11-25' }
  const { ann } = await house.dueTask({ ...days, reminders })
  expect(await kindsAt(ann, '2026-11-23T08:00:00.000Z')).toEqual(['reminder'])
  expect(await kindsAt(ann, '2026-11-24T08:00:00.000Z')).toEqual(['due-soon', 'reminder'])
  expect(await kindsAt(ann, '2026-11-25T06:00:00.000Z')).toEqual(['reminder', 'due-soon', 'reminder'])
  expect((await kindsAt(ann, '2026-11-26T08:00:00.000Z'))[0]).toBe('overdue')
})

test('an hour of downtime makes late what fell into it, with the moment it was meant for, in order', async () => {
  const { ann } = await house.dueTask({ dueOn: null, reminders: [at('09:00'), at('09:20'), at('10:40')] })
  const told = await house.toldAt(ann, '2026-11-23T09:00:00.000Z')
  expect(told).toMatchObject([
    { plannedAt: '2026-11-23T08:20:00.000Z', createdAt: '2026-11-23T09:00:00.000Z' },
    { plannedAt: '2026-11-23T08:00:00.000Z', createdAt: '2026-11-23T09:00:00.000Z' },
  ])
  expect(await kindsAt(ann, '2026-11-23T09:40:00.000Z')).toHaveLength(3)
})

test('a due date that moves takes its reminders along; what has told tells again for the new day', async () => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23', reminders: [before(60)] })
  await say('task.changed', { dueOn: '2026-11-24' })
  expect(await kindsAt(ann, '2026-11-23T12:00:00.000Z')).toEqual([])
  expect(await kindsAt(ann, '2026-11-24T07:00:00.000Z')).toEqual(['reminder'])
  await say('task.changed', { dueOn: '2026-11-25' })
  expect((await kindsAt(ann, '2026-11-25T07:00:00.000Z'))[0]).toBe('reminder')
  await say('task.changed', { dueOn: null })
  expect(await jobs()).toBe(0)
})

test('a reminder that is taken away does not tell, one that is added does, one that is past does not', async () => {
  const { ann, say } = await house.dueTask({ dueOn: null, reminders: [at('08:00')] })
  await say('task.changed', { reminders: [at('09:00'), { ...at('10:00'), on: '2026-11-21' }] })
  expect(await kindsAt(ann, '2026-11-23T07:59:00.000Z')).toEqual([])
  expect(await kindsAt(ann, '2026-11-24T00:00:00.000Z')).toEqual(['reminder'])
})

test('what is past when it is set is neither told nor waited for', async () => {
  const past = [{ ...at('10:00'), on: '2026-11-22' }, { ...at('10:00'), on: '1999-12-31' }, before(525_600)]
  const { ann, say } = await house.dueTask({ dueOn: '2020-01-01', dueTime: '10:00', reminders: past })
  expect(await jobs()).toBe(0)
  await say('task.changed', { dueOn: null, dueTime: null, reminders: [past[0], at('10:00')] })
  expect(await jobs()).toBe(1)
  expect(await kindsAt(ann, '2026-11-23T08:59:59.999Z')).toEqual([])
  expect(await kindsAt(ann, '2026-11-23T09:00:00.000Z')).toEqual(['reminder'])
})

test('the next occurrence brings moments of its own', async () => {
  const series = { repeatRule: 'FREQ=DAILY', reminders: [before(60), at('08:00')] }
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23', dueTime: '10:00', ...series })
  expect(await kindsAt(ann, '2026-11-23T08:45:00.000Z')).toHaveLength(3)
  const next = { ...series, dueOn: '2026-11-24', dueTime: '10:00' }
  await say('task.recurred', { ...next, reminders: [before(60), { ...at('08:00'), on: '2026-11-24' }] })
  expect(await kindsAt(ann, '2026-11-24T06:59:00.000Z')).toHaveLength(3)
  expect(await kindsAt(ann, '2026-11-24T08:45:00.000Z')).toHaveLength(6)
})

test.each(['task.completed', 'task.trashed', 'task.purged'])('not after %s', async (type) => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23', reminders: [before(60), at('20:00')] })
  await say(type, { completedAt: '2026-11-22T12:00:00.000Z' })
  expect(await jobs()).toBe(0)
  expect(await kindsAt(ann, '2026-11-25T00:00:00.000Z')).toEqual([])
})

test('whoever is assigned is told, nobody else; without them those who follow; never who cannot see it', async () => {
  const [ann, bob] = [await house.person(), await house.person()]
  const task = await house.task({ createdBy: ann.id, reminders: [at('08:00'), at('09:00'), at('10:00')] })
  const say = (assigneeId: string | null, audience: string[]) =>
    house.aboutTask('task.changed', { ...task, assigneeId }, { actorId: ann.id, audience })
  await say(bob.id, [ann.id, bob.id])
  expect(await kindsAt(bob, '2026-11-23T08:00:00.000Z')).toContain('reminder')
  expect(await kindsAt(ann, '2026-11-23T08:00:00.000Z')).toEqual([])
  await say(null, [ann.id, bob.id])
  expect(await kindsAt(ann, '2026-11-23T09:00:00.000Z')).toEqual(['reminder'])
  const heard = (await bob.told()).length
  await say(bob.id, [ann.id])
  expect(await kindsAt(ann, '2026-11-23T10:00:00.000Z')).toEqual(['reminder', 'reminder'])
  expect(await bob.told()).toHaveLength(heard)
})

test('whoever leaves the list is not reminded', async () => {
  const { ann, task } = await house.dueTask({ dueOn: null, reminders: [at('08:00')] })
  const data = { listId: task.listId, name: 'Home', personId: ann.id }
  await house.announce('list.left', task.listId, task.listId, { actorId: ann.id }, data)
  expect(await jobs()).toBe(0)
})

test('by default a task with a time and no reminder of its own reminds so long before it', async () => {
  const within = async (minutes: number | null, due: Partial<Due>) => {
    const { ann } = await house.dueTask({ dueOn: '2026-11-24', ...due })
    const change = (defaultReminderMinutes: number | null) =>
      ann.as('PATCH', '/api/notifications/settings', { payload: { defaultReminderMinutes } })
    expect((await change(minutes)).statusCode).toBe(200)
    return { ann, change }
  }
  const [timed, allDay] = [await within(120, { dueTime: '10:00' }), await within(120, {})]
  const own = await within(120, { dueTime: '12:00', reminders: [before(45)] })
  const never = await within(120, { dueTime: '10:00' })
  const moved = await within(120, { dueTime: '20:00' })
  await never.change(null)
  await moved.change(60)
  for (const wrong of [-1, 1.5, 525_601]) expect((await moved.change(wrong)).statusCode).toBe(400)
  expect(await kindsAt(timed.ann, '2026-11-24T06:59:59.999Z')).toEqual([])
  expect(await kindsAt(timed.ann, '2026-11-24T07:00:00.000Z')).toEqual(['reminder'])
  expect([await never.ann.told(), await allDay.ann.told(), await own.ann.told()]).toEqual([[], [], []])
  expect(await kindsAt(own.ann, '2026-11-24T10:14:59.999Z')).toEqual([])
  expect(await kindsAt(own.ann, '2026-11-24T10:15:00.000Z')).toEqual(['reminder'])
  expect(await kindsAt(moved.ann, '2026-11-24T17:59:59.999Z')).toEqual([])
  expect(await kindsAt(moved.ann, '2026-11-24T18:00:00.000Z')).toEqual(['reminder'])
})

test('other settings move what is still to come, and what has told stays told', async () => {
  const { ann } = await house.dueTask({ dueOn: '2026-11-24', dueTime: '10:00' })
  const change = (payload: object) => ann.as('PATCH', '/api/notifications/settings', { payload })
  await change({ dueSoonMinutes: 120 })
  expect(await kindsAt(ann, '2026-11-24T07:00:00.000Z')).toEqual(['due-soon'])
  await change({ dueSoonMinutes: 10, allDayAt: '06:00' })
  expect(await kindsAt(ann, '2026-11-25T04:59:00.000Z')).toEqual(['due-soon'])
  expect(await kindsAt(ann, '2026-11-25T05:00:00.000Z')).toEqual(['overdue', 'due-soon'])
})

test('what is due at one moment is told by two workers once', async () => {
  const ann = await house.person()
  for (let n = 0; n < 20; n += 1) {
    const task = await house.task({
      createdBy: ann.id,
      reminders: [at('08:00'), at('08:00', 'UTC')],
    })
    await house.aboutTask('task.created', task, { actorId: ann.id })
  }
  house.clock.set('2026-11-23T08:00:00.000Z')
  const second = startWork(house.platform)
  await Promise.all([house.work(), second.tick()])
  await second.stop()
  await house.work()
  const told = await ann.told()
  expect(told).toHaveLength(40)
  expect(new Set(told.map(({ taskId }: { taskId: string }) => taskId)).size).toBe(20)
})

test('a job from before tasks had several moments tells, and brings the others', async () => {
  const { ann, task } = await house.dueTask({ dueOn: '2026-11-23' })
  const model = house.platform.db.model('NotificationJobs')
  await model.destroy({ where: {} })
  const payload = JSON.stringify({ taskId: task.id, personId: ann.id })
  const runAt = new Date('2026-11-23T08:00:00.000Z')
  const bare = { state: 'waiting', attempts: 0, createdAt: runAt, runAt, payload }
  await model.create({ ...bare, id: uuidv7(), queue: 'alarm', dedupeKey: `${task.id}:${ann.id}` })
  expect(await kindsAt(ann, '2026-11-23T08:00:00.000Z')).toEqual(['due-soon'])
  expect(await kindsAt(ann, '2026-11-24T08:00:00.000Z')).toEqual(['overdue', 'due-soon'])
})

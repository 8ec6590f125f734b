import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'
import { startWork } from './index.ts'

let house: Dues
beforeEach(async () => {
  house = await startDues()
})
afterEach(() => house.stop())

const minute = 60_000

test('tells at the moment, not before, and once', async () => {
  const { ann, task } = await house.dueTask({ dueOn: '2026-11-23', dueTime: '10:00' })
  expect(await house.toldAt(ann, '2026-11-23T08:29:59.999Z')).toEqual([])
  const told = await house.toldAt(ann, '2026-11-23T08:30:00.000Z')
  expect(told).toMatchObject([
    {
      kind: 'due-soon',
      taskId: task.id,
      listId: task.listId,
      title: task.title,
      actorId: null,
      actorName: null,
    },
  ])
  expect(await house.toldAt(ann, '2026-11-24T07:59:00.000Z')).toEqual(told)
})

test('late after the service was down, rather than never', async () => {
  const { ann } = await house.dueTask({ dueOn: '2026-11-23' })
  expect(await house.toldAt(ann, '2026-11-30T00:00:00.000Z')).toMatchObject([
    { kind: 'overdue', plannedAt: '2026-11-24T08:00:00.000Z' },
    { kind: 'due-soon', plannedAt: '2026-11-23T08:00:00.000Z' },
  ])
})

test('not of what was past when it was made or moved there', async () => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-22' })
  expect(await house.toldAt(ann, '2026-11-22T13:00:00.000Z')).toEqual([])
  await say('task.changed', { dueOn: '2026-11-22', dueTime: '14:15' })
  expect(await house.toldAt(ann, '2026-11-22T14:00:00.000Z')).toEqual([])
})

test.each([
  ['task.completed', { completedAt: '2026-11-22T12:00:00.000Z' }],
  ['task.trashed', { trashedAt: '2026-11-22T12:00:00.000Z' }],
  ['task.purged', { trashedAt: '2026-11-22T12:00:00.000Z' }],
  ['task.changed', { dueOn: null }],
])('not after %s', async (type, changes) => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23' })
  await say(type, changes)
  expect(await house.platform.db.model('NotificationJobs').count()).toBe(0)
  expect(await house.toldAt(ann, '2026-11-24T00:00:00.000Z')).toEqual([])
})

test('of the next occurrence, once for each', async () => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23', repeatRule: 'FREQ=DAILY' })
  expect(await house.toldAt(ann, '2026-11-23T08:00:00.000Z')).toHaveLength(1)
  await say('task.recurred', { dueOn: '2026-11-24', repeatRule: 'FREQ=DAILY' })
  expect(await house.toldAt(ann, '2026-11-24T07:59:00.000Z')).toHaveLength(1)
  expect(await house.toldAt(ann, '2026-11-24T08:00:00.000Z')).toHaveLength(2)
})

test.each(['task.reopened', 'task.restored'])('again after %s', async (type) => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23' })
  await say('task.trashed', { trashedAt: '2026-11-22T12:00:00.000Z' })
  await say(type)
  expect(await house.toldAt(ann, '2026-11-23T08:00:00.000Z')).toHaveLength(1)
})

test('at the new moment when the due date moves, and again for the new one after the old was told', async () => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23' })
  await say('task.changed', { dueOn: '2026-11-25' })
  expect(await house.toldAt(ann, '2026-11-24T12:00:00.000Z')).toEqual([])
  expect(await house.toldAt(ann, '2026-11-25T08:00:00.000Z')).toHaveLength(1)
  await say('task.changed', { dueOn: '2026-11-26' })
  expect(await house.toldAt(ann, '2026-11-26T08:00:00.000Z')).toHaveLength(2)
})

test('a task that is renamed is told once, under its new name', async () => {
  const { ann, say } = await house.dueTask({ dueOn: '2026-11-23' })
  await say('task.changed', { title: 'Feed the cat' })
  house.clock.set('2026-11-23T09:00:00.000Z')
  expect(await house.toldAt(ann, '2026-11-23T09:00:00.000Z')).toMatchObject([{ title: 'Feed the cat' }])
  await say('task.changed', { title: 'Feed the dog' })
  expect(await house.toldAt(ann, '2026-11-24T07:00:00.000Z')).toHaveLength(1)
})

test('a hundred due at once are each told once, though two workers take them', async () => {
  const ann = await house.person({ timeZone: 'UTC' })
  for (let n = 0; n < 100; n += 1) {
    const task = await house.task({ createdBy: ann.id, dueOn: '2026-11-23', title: `Task ${n}` })
    await house.aboutTask('task.created', task, { actorId: ann.id })
  }
  house.clock.set('2026-11-23T09:00:00.000Z')
  const second = startWork(house.platform)
  await Promise.all([house.work(), second.tick()])
  await second.stop()
  await house.work()
  const titles = (await ann.told()).map(({ title }: { title: string }) => title)
  expect(titles).toHaveLength(100)
  expect(new Set(titles).size).toBe(100)
})

test('a worker that died holding a job loses nothing', async () => {
  const { ann } = await house.dueTask({ dueOn: '2026-11-23' })
  house.clock.set('2026-11-23T08:00:00.000Z')
  const jobs = house.platform.db.model('NotificationJobs')
  const lease = { state: 'claimed', lease: uuidv7(), leaseUntil: new Date('2026-11-23T08:01:00.000Z') }
  await jobs.update(lease, { where: {} })
  await house.work()
  expect(await ann.told()).toEqual([])
  house.clock.advance(2 * minute)
  await house.work()
  expect(await ann.told()).toHaveLength(1)
})

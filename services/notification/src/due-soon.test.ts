import type { JobRow } from '@doable/service-kit/job-table'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dueMoment } from './due-moment.ts'
import { type Notifications, startNotifications } from './testing.ts'

let house: Notifications
beforeEach(async () => {
  house = await startNotifications('2026-11-22T12:00:00.000Z')
})
afterEach(() => house.stop())

type Due = { dueOn: string | null; dueTime?: string; dueTimeZone?: string }
const minute = 60_000

/** Somebody in Berlin with a task that was just made. */
async function dueTask(due: Due, fields: { timeZone?: string; listId?: string } = {}) {
  const ann = await house.person({ timeZone: fields.timeZone ?? 'Europe/Berlin' })
  const task = await house.task({
    createdBy: ann.id,
    ...due,
    ...(fields.listId && { listId: fields.listId }),
  })
  await house.aboutTask('task.created', task, { actorId: ann.id })
  const say = (type: string, changes = {}) =>
    house.aboutTask(type, { ...task, ...changes }, { actorId: ann.id })
  return { ann, task, say }
}
type Ann = Awaited<ReturnType<typeof dueTask>>['ann']

/** What the person has been told by an instant. */
async function toldAt(ann: Ann, instant: string) {
  house.clock.set(instant)
  await house.work()
  return ann.told()
}

test.each<[string, Due, string, string]>([
  [
    'half an hour before its time',
    { dueOn: '2026-11-23', dueTime: '10:00' },
    'Europe/Berlin',
    '2026-11-23T08:30:00.000Z',
  ],
  ['at nine on its day', { dueOn: '2026-11-23' }, 'Europe/Berlin', '2026-11-23T08:00:00.000Z'],
  ['at nine where its person is', { dueOn: '2026-11-23' }, 'America/New_York', '2026-11-23T14:00:00.000Z'],
  ['at nine in half-hour zones', { dueOn: '2026-11-23' }, 'Asia/Kolkata', '2026-11-23T03:30:00.000Z'],
  [
    'at nine on the day of the clock change',
    { dueOn: '2026-10-25' },
    'Europe/Berlin',
    '2026-10-25T08:00:00.000Z',
  ],
  ['at nine the day before it', { dueOn: '2026-10-24' }, 'Europe/Berlin', '2026-10-24T07:00:00.000Z'],
  [
    'in a gap: moved on by it',
    { dueOn: '2026-03-29', dueTime: '02:30' },
    'Europe/Berlin',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'in an overlap: the first',
    { dueOn: '2026-10-25', dueTime: '02:30' },
    'Europe/Berlin',
    '2026-10-25T00:00:00.000Z',
  ],
  [
    'in the zone it is fixed to',
    { dueOn: '2026-11-23', dueTime: '10:00', dueTimeZone: 'Asia/Tokyo' },
    'Europe/Berlin',
    '2026-11-23T00:30:00.000Z',
  ],
  [
    'just after midnight: the day before',
    { dueOn: '2026-11-23', dueTime: '00:10' },
    'UTC',
    '2026-11-22T23:40:00.000Z',
  ],
  [
    'where midnight is skipped',
    { dueOn: '2026-09-06', dueTime: '00:00' },
    'America/Santiago',
    '2026-09-06T03:30:00.000Z',
  ],
])('a person is told %s', (_, { dueOn, dueTime = null, dueTimeZone = null }, zone, instant) => {
  expect(dueMoment({ dueOn: dueOn ?? '', dueTime, dueTimeZone }, zone).toISOString()).toBe(instant)
})

test('tells at the moment, not before, and once', async () => {
  const { ann, task } = await dueTask({ dueOn: '2026-11-23', dueTime: '10:00' })
  expect(await toldAt(ann, '2026-11-23T08:29:59.999Z')).toEqual([])
  const told = await toldAt(ann, '2026-11-23T08:30:00.000Z')
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
  expect(await toldAt(ann, '2026-11-24T08:30:00.000Z')).toEqual(told)
})

test('late after the service was down, rather than never', async () => {
  const { ann } = await dueTask({ dueOn: '2026-11-23' })
  expect(await toldAt(ann, '2026-11-30T00:00:00.000Z')).toHaveLength(1)
})

test('not of what was past when it was made or moved there', async () => {
  const { ann, say } = await dueTask({ dueOn: '2026-11-22' })
  expect(await toldAt(ann, '2026-11-22T13:00:00.000Z')).toEqual([])
  await say('task.changed', { dueOn: '2026-11-22', dueTime: '14:15' })
  expect(await toldAt(ann, '2026-11-22T14:00:00.000Z')).toEqual([])
})

test.each([
  ['task.completed', { completedAt: '2026-11-22T12:00:00.000Z' }],
  ['task.trashed', { trashedAt: '2026-11-22T12:00:00.000Z' }],
  ['task.purged', { trashedAt: '2026-11-22T12:00:00.000Z' }],
  ['task.changed', { dueOn: null }],
])('not after %s', async (type, changes) => {
  const { ann, say } = await dueTask({ dueOn: '2026-11-23' })
  await say(type, changes)
  expect(await house.platform.db.model('NotificationJobs').count()).toBe(0)
  expect(await toldAt(ann, '2026-11-24T00:00:00.000Z')).toEqual([])
})

test.each(['task.reopened', 'task.restored'])('again after %s', async (type) => {
  const { ann, say } = await dueTask({ dueOn: '2026-11-23' })
  await say('task.trashed', { trashedAt: '2026-11-22T12:00:00.000Z' })
  await say(type)
  expect(await toldAt(ann, '2026-11-23T08:00:00.000Z')).toHaveLength(1)
})

test('at the new moment when the due date moves, and again for the new one after the old was told', async () => {
  const { ann, say } = await dueTask({ dueOn: '2026-11-23' })
  await say('task.changed', { dueOn: '2026-11-25' })
  expect(await toldAt(ann, '2026-11-24T12:00:00.000Z')).toEqual([])
  expect(await toldAt(ann, '2026-11-25T08:00:00.000Z')).toHaveLength(1)
  await say('task.changed', { dueOn: '2026-11-26' })
  expect(await toldAt(ann, '2026-11-26T08:00:00.000Z')).toHaveLength(2)
})

test('a task that is renamed is told once, under its new name', async () => {
  const { ann, say } = await dueTask({ dueOn: '2026-11-23' })
  house.clock.set('2026-11-23T09:00:00.000Z')
  await say('task.changed', { title: 'Feed the cat' })
  expect(await toldAt(ann, '2026-11-23T09:00:00.000Z')).toMatchObject([{ title: 'Feed the cat' }])
  await say('task.changed', { title: 'Feed the dog' })
  expect(await toldAt(ann, '2026-11-24T09:00:00.000Z')).toHaveLength(1)
})

test('to a person who moves, in the morning of where they are now; what they missed by moving is late', async () => {
  const { ann } = await dueTask({ dueOn: '2026-11-23' })
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await toldAt(ann, '2026-11-23T13:59:00.000Z')).toEqual([])
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'Asia/Tokyo' })
  expect(await toldAt(ann, '2026-11-23T13:59:00.000Z')).toHaveLength(1)
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await toldAt(ann, '2026-11-23T14:00:00.000Z')).toHaveLength(1)
})

test('a time fixed to a zone does not move with the person', async () => {
  const { ann } = await dueTask({ dueOn: '2026-11-23', dueTime: '10:00', dueTimeZone: 'Europe/Berlin' })
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await toldAt(ann, '2026-11-23T08:30:00.000Z')).toHaveLength(1)
})

test('a person of whom only the tasks are known yet is told at the right hour all the same', async () => {
  const id = uuidv7()
  const task = await house.task({ createdBy: id, dueOn: '2026-11-23' })
  await house.aboutTask('task.created', task, { actorId: id })
  await house.aboutPerson('user.registered', { id, timeZone: 'America/New_York' })
  const [job] = await house.platform.db.model('NotificationJobs').findAll()
  expect((job as JobRow).runAt.toISOString()).toBe('2026-11-23T14:00:00.000Z')
})

test('the maker of a task and the owner of its list each in their own morning, other members not', async () => {
  const [owner, maker, member] = [
    await house.person({ timeZone: 'Asia/Tokyo' }),
    await house.person({ timeZone: 'Europe/Berlin' }),
    await house.person(),
  ]
  const task = await house.task({ createdBy: maker.id, dueOn: '2026-11-23' })
  const audience = [owner.id, maker.id, member.id]
  await house.aboutTask('task.created', task, { actorId: maker.id, ownerId: owner.id, audience })
  expect(await toldAt(owner, '2026-11-23T00:00:00.000Z')).toHaveLength(1)
  expect(await maker.told()).toHaveLength(0)
  expect(await toldAt(maker, '2026-11-23T08:00:00.000Z')).toHaveLength(1)
  expect(await toldAt(member, '2026-11-24T00:00:00.000Z')).toEqual([])
})

test('not somebody who left the list', async () => {
  const { ann, task } = await dueTask({ dueOn: '2026-11-23' })
  const { listId } = task
  await house.announce(
    'list.left',
    listId,
    listId,
    { actorId: ann.id },
    { listId, name: 'Home', personId: ann.id },
  )
  expect(await toldAt(ann, '2026-11-24T00:00:00.000Z')).toEqual([])
})

test('an archived list is silent; opened again it tells what is still to come', async () => {
  const listId = uuidv7()
  const { ann } = await dueTask({ dueOn: '2026-11-23' }, { listId })
  const later = await house.task({ createdBy: ann.id, dueOn: '2026-11-27', listId })
  await house.aboutTask('task.created', later, { actorId: ann.id })
  const list = (open: boolean) =>
    house.announce('list.changed', listId, listId, { actorId: ann.id }, { listId, name: 'Home', open })
  await list(false)
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'UTC' })
  expect(await toldAt(ann, '2026-11-25T00:00:00.000Z')).toEqual([])
  await list(true)
  expect(await toldAt(ann, '2026-11-27T08:59:00.000Z')).toEqual([])
  expect(await toldAt(ann, '2026-11-27T09:00:00.000Z')).toMatchObject([{ taskId: later.id }])
})

test('a hundred due at once are each told once, though two workers take them', async () => {
  const ann = await house.person({ timeZone: 'UTC' })
  for (let n = 0; n < 100; n += 1) {
    const task = await house.task({ createdBy: ann.id, dueOn: '2026-11-23', title: `Task ${n}` })
    await house.aboutTask('task.created', task, { actorId: ann.id })
  }
  house.clock.set('2026-11-23T09:00:00.000Z')
  const { startWork } = await import('./index.ts')
  const second = startWork(house.platform)
  await Promise.all([house.work(), second.tick()])
  await second.stop()
  await house.work()
  const titles = (await ann.told()).map(({ title }: { title: string }) => title)
  expect(titles).toHaveLength(100)
  expect(new Set(titles).size).toBe(100)
})

test('a worker that died holding a job loses nothing', async () => {
  const { ann } = await dueTask({ dueOn: '2026-11-23' })
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

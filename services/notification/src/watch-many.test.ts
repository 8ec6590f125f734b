import type { JobRow } from '@doable/service-kit/job-table'
import { inTransaction } from '@doable/service-kit/transaction'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'
import { pause } from './watch-many.ts'

let house: Dues
beforeEach(async () => {
  house = await startDues()
})
afterEach(() => house.stop())

test('to a person who moves, in the morning of where they are now; what they missed by moving is late', async () => {
  const { ann } = await house.dueTask({ dueOn: '2026-11-23' })
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await house.toldAt(ann, '2026-11-23T13:59:00.000Z')).toEqual([])
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'Asia/Tokyo' })
  expect(await house.toldAt(ann, '2026-11-23T13:59:00.000Z')).toHaveLength(1)
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await house.toldAt(ann, '2026-11-23T14:00:00.000Z')).toHaveLength(1)
})

test('a time fixed to a zone does not move with the person', async () => {
  const { ann } = await house.dueTask({ dueOn: '2026-11-23', dueTime: '10:00', dueTimeZone: 'Europe/Berlin' })
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await house.toldAt(ann, '2026-11-23T08:30:00.000Z')).toHaveLength(1)
})

test('a person of whom only the tasks are known yet is told at the right hour all the same', async () => {
  const id = uuidv7()
  const task = await house.task({ createdBy: id, dueOn: '2026-11-23' })
  await house.aboutTask('task.created', task, { actorId: id })
  await house.aboutPerson('user.registered', { id, timeZone: 'America/New_York' })
  const [job] = await house.platform.db.model('NotificationJobs').findAll({ order: ['runAt'] })
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
  expect(await house.toldAt(owner, '2026-11-23T00:00:00.000Z')).toHaveLength(1)
  expect(await maker.told()).toHaveLength(0)
  expect(await house.toldAt(maker, '2026-11-23T08:00:00.000Z')).toHaveLength(1)
  expect(await house.toldAt(member, '2026-11-24T00:00:00.000Z')).toEqual([])
})

test('not somebody who left the list', async () => {
  const { ann, task } = await house.dueTask({ dueOn: '2026-11-23' })
  const { listId } = task
  await house.announce(
    'list.left',
    listId,
    listId,
    { actorId: ann.id },
    { listId, name: 'Home', personId: ann.id },
  )
  expect(await house.toldAt(ann, '2026-11-24T00:00:00.000Z')).toEqual([])
})

test('an archived list is silent; opened again it tells what is still to come', async () => {
  const listId = uuidv7()
  const { ann } = await house.dueTask({ dueOn: '2026-11-23' }, { listId })
  const later = await house.task({ createdBy: ann.id, dueOn: '2026-11-27', listId })
  await house.aboutTask('task.created', later, { actorId: ann.id })
  const list = (open: boolean) =>
    house.announce('list.changed', listId, listId, { actorId: ann.id }, { listId, name: 'Home', open })
  await list(false)
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'UTC' })
  expect(await house.toldAt(ann, '2026-11-25T00:00:00.000Z')).toEqual([])
  await list(true)
  expect(await house.toldAt(ann, '2026-11-27T08:59:00.000Z')).toEqual([])
  expect(await house.toldAt(ann, '2026-11-27T09:00:00.000Z')).toMatchObject([{ taskId: later.id }])
})

test('what is put into a template tells nobody, until the template becomes a list', async () => {
  const listId = uuidv7()
  const ann = await house.person({ timeZone: 'UTC' })
  const reminders = [{ kind: 'before', of: 'due', minutes: 30 } as const]
  const dated = { createdBy: ann.id, listId, dueOn: '2026-11-23', dueTime: '10:00', reminders }
  const task = await house.task(dated)
  const plain = await house.task({ createdBy: ann.id, listId })
  const about = { actorId: ann.id }
  for (const each of [task, plain]) await house.aboutTask('task.created', each, about, { open: false })
  await house.aboutTask('task.changed', { ...task, title: 'Renamed' }, about, { open: false, before: {} })
  expect(await house.platform.db.model('NotificationJobs').count()).toBe(0)
  expect(await house.toldAt(ann, '2026-11-23T09:45:00.000Z')).toEqual([])
  await house.announce('list.changed', listId, listId, about, { listId, name: 'Trip', open: true })
  expect(await house.toldAt(ann, '2026-11-24T09:00:00.000Z')).toMatchObject([{ kind: 'overdue' }])
})

test('a list that becomes a template cancels what it was still to tell', async () => {
  const listId = uuidv7()
  const due = { dueOn: '2026-11-27', reminders: [{ kind: 'before', of: 'due', minutes: 60 } as const] }
  const { ann, say } = await house.dueTask(due, { listId })
  const jobs = () => house.platform.db.model('NotificationJobs').count()
  expect(await jobs()).toBeGreaterThan(2)
  const about = { actorId: ann.id }
  await house.announce('list.changed', listId, listId, about, { listId, name: 'Trip', open: false })
  expect(await jobs()).toBe(0)
  await say('task.changed', { dueOn: '2026-11-28' })
  expect(await jobs()).toBe(0)
  const other = await house.task({ createdBy: ann.id, ...due })
  await house.aboutTask('task.created', other, about, { open: true })
  const told: { taskId: string }[] = await house.toldAt(ann, '2026-11-30T00:00:00.000Z')
  expect(new Set(told.map(({ taskId }) => taskId))).toEqual(new Set([other.id]))
})

test.each([
  ['a list is archived', { open: false }],
  ['a list is opened again', { open: true }],
])(
  'as few statements when %s with a hundred dues as with one, so that nobody waits to write',
  async (_, { open }) => {
    const costOf = async (tasks: number) => {
      const listId = uuidv7()
      const ann = await house.person({ timeZone: 'Europe/Berlin' })
      for (let n = 0; n < tasks; n += 1) {
        const task = await house.task({ createdBy: ann.id, listId, dueOn: '2026-12-24' })
        await house.aboutTask('task.created', task, { actorId: ann.id })
      }
      const { db } = house.platform
      const change = (to: boolean) =>
        inTransaction(db, (tx) =>
          pause(house.platform, tx, { listId, open: to, at: '2026-11-22T12:00:00.000Z' }),
        )
      if (open) await change(false)
      return (await house.counted(() => change(open))).statements.length
    }
    expect(await costOf(100)).toBe(await costOf(1))
  },
)

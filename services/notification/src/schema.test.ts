import { drift, tablesOf } from '@doable/service-kit/drift'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { demoNotifications } from './demo/demo-notification.ts'
import { notificationService } from './index.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

test('the models are what the migrations make', async () => {
  expect(await drift(house.platform.db)).toEqual([])
})

test('the demo is told once, however often it is sown, and can be taken back', async () => {
  const { db } = house.platform
  const rows = demoNotifications(house.clock.now())
  for (const id of new Set(rows.flatMap(({ taskId }) => taskId ?? []))) await house.next.addTask(id)
  const count = () => db.model('Notification').count()
  expect(await migrate(db, [notificationService], 'seeds')).toHaveLength(1)
  expect(await count()).toBe(rows.length)
  await db.query('DELETE FROM NotificationSeeds')
  await migrate(db, [notificationService], 'seeds')
  expect(await count()).toBe(rows.length)
  await rollBack(db, notificationService, true, 'seeds')
  expect(await count()).toBe(0)
})

test('the migrations can be taken back and run again', async () => {
  const { db } = house.platform
  await rollBack(db, notificationService, true)
  expect(await tablesOf(db)).toEqual([
    'NeighbourEvents',
    'NeighbourHandledEvents',
    'NeighbourMigrations',
    'NotificationMigrations',
    'NotificationSeeds',
    'Sessions',
    'Tasks',
  ])
  expect(await migrate(db, [notificationService])).toEqual([
    '20261122-create-notifications',
    '20261123-1-create-deliveries',
    '20261123-2-watch-tasks',
    '20261123-3-create-push-devices',
    '20261123-4-create-phone-numbers',
    '20261123-5-create-webhooks',
    '20261123-6-add-mail-secret',
    '20261123-7-let-people-take-turns',
    '20261123-8-add-traces',
  ])
})

test('what was watched stays watched over the way back and forth, and its jobs with it', async () => {
  const { db } = house.platform
  const days = { dueOn: '2026-11-23', dueTime: '10:00', dueTimeZone: null, title: 'Water the plants' }
  const ids = { taskId: uuidv7(), personId: uuidv7(), listId: uuidv7() }
  const row = { ...ids, ...days, priority: 1, reminders: '[]', paused: false }
  await db.model('WatchedTask').create(row)
  const at = new Date()
  const job = {
    id: uuidv7(),
    queue: 'alarm',
    state: 'waiting',
    attempts: 0,
    payload: '{}',
    runAt: at,
    createdAt: at,
  }
  await db.model('NotificationJobs').create(job)
  while ((await tablesOf(db)).includes('WatchedTasks')) await rollBack(db, notificationService, false)
  expect(await db.model('NotificationJobs').findAll({ attributes: ['queue'], raw: true })).toMatchObject([
    { queue: 'due-soon' },
  ])
  await migrate(db, [notificationService])
  const rows = await db.model('WatchedTask').findAll({ where: { taskId: ids.taskId } })
  expect(rows.map((each) => each.get())).toMatchObject([{ ...row, priority: 4 }])
  expect(await db.model('NotificationJobs').findAll({ attributes: ['queue'], raw: true })).toMatchObject([
    { queue: 'alarm' },
  ])
})

import { drift, tablesOf } from '@doable/service-kit/drift'
import { migrate, rollBack } from '@doable/service-kit/migrations'
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
  ])
})

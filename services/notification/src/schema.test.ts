import { drift } from '@doable/service-kit/drift'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { notificationService } from './index.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

test('the models are what the migrations make', async () => {
  expect(await drift(house.platform.db)).toEqual([])
})

test('the migrations can be taken back and run again', async () => {
  const { db } = house.platform
  await rollBack(db, notificationService, true)
  const left = await db.getQueryInterface().showAllTables()
  expect(left.sort()).toEqual([
    'NeighbourEvents',
    'NeighbourHandledEvents',
    'NeighbourMigrations',
    'NotificationMigrations',
    'Sessions',
    'Tasks',
  ])
  expect(await migrate(db, [notificationService])).toEqual(['20261122-create-notifications'])
})

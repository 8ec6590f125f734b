import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { Notification } from './notification.ts'
import { forgetOld } from './retention.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

const day = 24 * 60 * 60 * 1000

test('what people were told is kept for half a year, however much it is', async () => {
  const ann = await house.person()
  const now = house.clock.now().getTime()
  const told = (age: number, n: number) => ({
    ...{ id: uuidv7(), personId: ann.id, kind: 'shared' as const, taskId: null, listId: uuidv7() },
    ...{
      title: `List ${n}`,
      actorId: null,
      actorName: null,
      dedupeKey: uuidv7(),
      readAt: null,
      shown: true,
      count: 1,
    },
    createdAt: new Date(now - age),
  })
  const old = Array.from({ length: 700 }, (_, n) => told(181 * day + n, n))
  await Notification.bulkCreate([...old, told(179 * day, 1000), told(0, 1001)])
  await forgetOld(house.platform)
  expect((await ann.told()).map(({ title }: { title: string }) => title)).toEqual(['List 1001', 'List 1000'])
})

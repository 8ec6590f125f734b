import { drift, tablesOf } from '@doable/service-kit/drift'
import { rollBack, status } from '@doable/service-kit/migrations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../fixtures/house.ts'
import { taskService } from './index.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

test('the tables that the migrations make are the tables that the models expect', async () => {
  expect(await drift(house.platform.db)).toEqual([])
})

test('the migrations can be taken back, all of them', async () => {
  const { db } = house.platform
  const { done } = await status(db, taskService)
  const undone = await rollBack(db, taskService, true)
  expect(undone).toEqual(done.toReversed())
  const left = await tablesOf(db)
  expect(
    left.filter((name) => /^(Task|Completions|List|Section|Label|Gone|People|Operations)/.test(name)),
  ).toEqual(['TaskMigrations'])
  expect((await status(db, taskService)).waiting).toEqual(undone.toReversed())
})

import { drift, tablesOf } from '@doable/service-kit/drift'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import type { Model, ModelStatic, Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startUsers, type Users } from '../fixtures/house.ts'
import { demoPassword, demoPeople } from './demo.ts'
import { passwordFits } from './hashing.ts'
import { userService } from './index.ts'
import { refuseWeak } from './password.ts'
import { User } from './user.ts'

let users: Users
let db: Sequelize
let events: ModelStatic<Model>
beforeEach(async () => {
  users = await startUsers()
  db = users.platform.db
  events = users.platform.events.model
})
afterEach(() => users.stop())

test('the models are what the migrations make', async () => {
  expect(await drift(db)).toEqual([])
})

test('the migrations can be taken back', async () => {
  await rollBack(db, userService, true)
  expect(await tablesOf(db)).toEqual(['UserMigrations'])
})

test('the demo people are there, can sign in, and are announced; sown twice they are there once', async () => {
  await migrate(db, [userService], 'seeds')
  await rollBack(db, userService, true, 'seeds')
  expect([await User.count(), await events.count()]).toEqual([0, 0])
  await migrate(db, [userService], 'seeds')
  await db.query('DELETE FROM UserSeeds')
  await migrate(db, [userService], 'seeds')
  expect([await User.count(), await events.count()]).toEqual([3, 3])
  for (const { email, name } of demoPeople) {
    const person = await User.findOne({ where: { email } })
    expect(await passwordFits(person?.passwordHash, demoPassword)).toBe(true)
    await refuseWeak(demoPassword, { email, name }, '/password')
  }
})

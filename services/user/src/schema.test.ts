import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@doable/service-kit/database'
import { drift } from '@doable/service-kit/drift'
import { eventsTable, handledTable } from '@doable/service-kit/event-tables'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import { sessionsTable } from '@doable/service-kit/session-table'
import type { Model, ModelStatic, Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demoPassword, demoPeople } from './demo.ts'
import { passwordFits } from './hashing.ts'
import { userService } from './index.ts'
import { refuseWeak } from './password.ts'
import { User } from './user.ts'

let folder: string
let db: Sequelize
let events: ModelStatic<Model>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-'))
  db = await openDatabase(`sqlite:${join(folder, 'doable.db')}`)
  userService.models(db)
  sessionsTable(db)
  handledTable(db, 'user')
  events = eventsTable(db, 'user')
  await migrate(db, [userService])
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true })
})

test('the models are what the migrations make', async () => {
  expect(await drift(db)).toEqual([])
})

test('the migrations can be taken back', async () => {
  await rollBack(db, userService, true)
  expect(await db.getQueryInterface().showAllTables()).toEqual(['UserMigrations'])
})

test('the demo people are there, can sign in, and are announced; sown twice they are there once', async () => {
  await migrate(db, [userService], 'seeds')
  await rollBack(db, userService, true, 'seeds')
  expect([await User.count(), await events.count()]).toEqual([0, 0])
  await migrate(db, [userService], 'seeds')
  await db.query('DELETE FROM UserSeeds')
  await migrate(db, [userService], 'seeds')
  expect([await User.count(), await events.count({ where: { publishedAt: null } })]).toEqual([3, 3])
  for (const { email, name } of demoPeople) {
    const person = await User.findOne({ where: { email } })
    expect(await passwordFits(person?.passwordHash, demoPassword)).toBe(true)
    await refuseWeak(demoPassword, { email, name }, '/password')
  }
})

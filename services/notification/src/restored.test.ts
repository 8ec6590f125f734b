import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'
import { passOver } from './restored.ts'

let house: Dues
beforeEach(async () => {
  house = await startDues()
})
afterEach(() => house.stop())

/** A task of ten o'clock in Berlin, which somebody is told of half an hour before and when it is overdue, and their digest at seven. */
async function waiting() {
  const { ann } = await house.dueTask({ dueOn: '2026-11-23', dueTime: '10:00' })
  await ann.as('PATCH', '/api/notifications/settings', { payload: { digestAt: '07:00' } })
  return ann
}
const kindsAt = async (...args: Parameters<Dues['toldAt']>) =>
  (await house.toldAt(...args)).map(({ kind }: { kind: string }) => kind)
const restored = (late: boolean) => passOver({ ...house.platform, late })

test('what fell due between a backup and its return is not told; what is due later is, and the next digest', async () => {
  const ann = await waiting()
  house.clock.set('2026-11-23T12:00:00.000Z')
  await restored(false)
  expect(await kindsAt(ann, '2026-11-23T12:00:00.000Z')).toEqual([])
  expect(await kindsAt(ann, '2026-11-24T06:00:00.000Z')).toEqual(['digest'])
  expect(await kindsAt(ann, '2026-11-24T23:00:00.000Z')).toContain('overdue')
})

test('where nothing ran in between, it is told late', async () => {
  const ann = await waiting()
  house.clock.set('2026-11-23T12:00:00.000Z')
  await restored(true)
  expect((await kindsAt(ann, '2026-11-23T12:00:00.000Z')).sort()).toEqual(['digest', 'due-soon'])
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'

let house: Dues
beforeEach(async () => {
  house = await startDues()
})
afterEach(() => house.stop())

/** Somebody in Berlin who wants a digest, with tasks. */
async function reader(digestAt: string, dues: { title: string; dueOn: string; dueTime?: string }[]) {
  const ann = await house.person({ timeZone: 'Europe/Berlin' })
  const change = (payload: object) => ann.as('PATCH', '/api/notifications/settings', { payload })
  const nothingElse = { 'due-soon': [], overdue: [] }
  await change({ digestAt, kinds: nothingElse })
  for (const due of dues) {
    const task = await house.task({ createdBy: ann.id, ...due })
    await house.aboutTask('task.created', task, { actorId: ann.id })
  }
  return { ann, change }
}

test.each([
  ['that is skipped', '2026-03-28', '2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z'],
  ['that comes twice', '2026-10-24', '2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
])('at 02:30 on a night on which %s it tells once', async (_, dueOn, first, next) => {
  house.clock.set(`${dueOn}T12:00:00.000Z`)
  const { ann } = await reader('02:30', [{ title: 'Today', dueOn }])
  const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
  const toldBy = async (instant: string) =>
    (await house.toldAt(ann, instant)).map(({ plannedAt }: { plannedAt: string }) => plannedAt)
  expect(await toldBy(justBefore(first))).toEqual([])
  expect(await toldBy(first)).toEqual([first])
  expect(await toldBy(justBefore(next))).toEqual([first])
  expect(await toldBy(next)).toEqual([next, first])
})

test('tells what is due today and overdue at its hour, the longest due first, every day', async () => {
  const { ann } = await reader('07:00', [
    { title: 'Tomorrow', dueOn: '2026-11-24' },
    { title: 'Today', dueOn: '2026-11-23' },
    { title: 'Early', dueOn: '2026-11-23', dueTime: '09:00' },
    { title: 'Long ago', dueOn: '2026-11-20' },
  ])
  expect(await house.toldAt(ann, '2026-11-23T05:59:59.999Z')).toEqual([])
  expect(await house.toldAt(ann, '2026-11-23T06:00:00.000Z')).toMatchObject([
    { kind: 'digest', title: 'Long ago\nEarly\nToday', count: 3, plannedAt: '2026-11-23T06:00:00.000Z' },
  ])
  const next = await house.toldAt(ann, '2026-11-24T06:00:00.000Z')
  expect(next).toMatchObject([{ count: 4 }, { count: 3 }])
})

test('says nothing on an empty day, and not of what does not concern its person', async () => {
  const { ann } = await reader('07:00', [])
  await house.dueTask({ dueOn: '2026-11-23' })
  expect(await house.toldAt(ann, '2026-11-23T06:00:00.000Z')).toEqual([])
})

test('names as many as there is room for and counts all', async () => {
  const many = Array.from({ length: 25 }, (_, n) => ({
    title: `Task ${n} ${'x'.repeat(n)}`,
    dueOn: '2026-11-22',
  }))
  const { ann } = await reader('07:00', many)
  const [told] = await house.toldAt(ann, '2026-11-23T06:00:00.000Z')
  expect(told.count).toBe(25)
  expect(told.title.length).toBeLessThanOrEqual(500)
  expect(told.title.split('\n').length).toBeLessThanOrEqual(20)
})

test('late after the service was down, and in time the next day', async () => {
  const { ann } = await reader('07:00', [{ title: 'Today', dueOn: '2026-11-23' }])
  expect(await house.toldAt(ann, '2026-11-23T20:00:00.000Z')).toMatchObject([
    { plannedAt: '2026-11-23T06:00:00.000Z' },
  ])
  expect(await house.toldAt(ann, '2026-11-24T06:00:00.000Z')).toHaveLength(2)
})

test('moves with its person and their wish; without one there is none', async () => {
  const { ann, change } = await reader('07:00', [{ title: 'Today', dueOn: '2026-11-23' }])
  await house.aboutPerson('user.changed', { id: ann.id, timeZone: 'America/New_York' })
  expect(await house.toldAt(ann, '2026-11-23T11:59:00.000Z')).toEqual([])
  expect(await house.toldAt(ann, '2026-11-23T12:00:00.000Z')).toHaveLength(1)
  await change({ digestAt: null })
  expect(await house.toldAt(ann, '2026-11-25T12:00:00.000Z')).toHaveLength(1)
})

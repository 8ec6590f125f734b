import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dues, startDues } from '../fixtures/dues.ts'
import { nextDigest } from './digest.ts'

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
  ['Europe/Berlin', '02:30', '2026-03-28T12:00:00.000Z', '2026-03-29', '2026-03-29T01:30:00.000Z'],
  ['Europe/Berlin', '02:30', '2026-03-29T01:30:00.000Z', '2026-03-30', '2026-03-30T00:30:00.000Z'],
  ['Europe/Berlin', '02:30', '2026-10-24T12:00:00.000Z', '2026-10-25', '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '02:30', '2026-10-25T00:30:00.000Z', '2026-10-26', '2026-10-26T01:30:00.000Z'],
  ['America/New_York', '02:30', '2026-03-07T12:00:00.000Z', '2026-03-08', '2026-03-08T07:30:00.000Z'],
  ['Asia/Kolkata', '02:30', '2026-03-28T12:00:00.000Z', '2026-03-29', '2026-03-28T21:00:00.000Z'],
])('in %s at %s after %s', (zone, digestAt, now, day, runAt) => {
  expect(nextDigest(digestAt, new Date(now), zone)).toEqual({ day, runAt: new Date(runAt) })
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

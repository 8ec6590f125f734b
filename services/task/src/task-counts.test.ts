import type { TaskCounts } from '@doable/contracts/task-query'
import { afterAll, expect, test } from 'vitest'
import { type House, openHouse } from '../fixtures/house.ts'

const house: House = await openHouse()
afterAll(() => house.stop())

test('counts are by the person’s day, list, label and priority', async () => {
  house.clock.set('2026-11-22T23:30:00.000Z') // already the 23rd in Berlin
  const ada = await house.person({ timeZone: 'Europe/Berlin' })
  const list = await ada.list()
  const archived = await ada.list()
  await ada.task({ dueOn: '2026-11-22', labels: ['home'], priority: 1 })
  await ada.task({ dueOn: '2026-11-23', labels: ['Home', 'way'] })
  await ada.task({ dueOn: '2026-11-24', deadlineOn: '2026-11-20', listId: list.id })
  await ada.task({ dueOn: '2026-11-23', dueTime: '17:00', dueTimeZone: 'America/Los_Angeles' }) // the 24th here
  await ada.task({ dueOn: '2026-11-22', dueTime: '17:00', dueTimeZone: 'America/Los_Angeles' }) // the 23rd here
  await ada.task({ listId: archived.id, labels: ['home'] })
  await ada.ok('PATCH', `/api/lists/${archived.id}`, { archived: true })
  const done = await ada.task({ dueOn: '2026-11-20', labels: ['way'] })
  await ada.ok('POST', `/api/tasks/${done.id}/complete`)
  const trashed = await ada.task({ dueOn: '2026-11-20', labels: ['way'] })
  await ada.ok('DELETE', `/api/tasks/${trashed.id}`)

  const counts = await ada.ok<TaskCounts>('GET', '/api/tasks/counts')
  expect(counts).toMatchObject({ overdue: 2, today: 2, open: 5, completed: 1, trashed: 1 })
  const byList = new Map(counts.byList.map(({ listId, ...count }) => [listId, count]))
  expect(byList.get(ada.id)).toEqual({ open: 4, completed: 1 })
  expect(byList.get(list.id)).toEqual({ open: 1, completed: 0 })
  expect(byList.has(archived.id)).toBe(false)
  expect(counts.byLabel.map(({ label, ...count }) => [label.toLowerCase(), count])).toEqual([
    ['home', { open: 2, completed: 0 }],
    ['way', { open: 1, completed: 1 }],
  ])
  expect(counts.byPriority).toEqual([
    { priority: 1, open: 1, completed: 0 },
    { priority: 2, open: 0, completed: 0 },
    { priority: 3, open: 0, completed: 0 },
    { priority: 4, open: 4, completed: 1 },
  ])
})

test('somebody without anything has zeros', async () => {
  const bob = await house.person({}, { known: false })
  expect(await bob.ok('GET', '/api/tasks/counts')).toMatchObject({
    open: 0,
    today: 0,
    byList: [],
    byLabel: [],
  })
})

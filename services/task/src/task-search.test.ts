import type { Task } from '@doable/contracts/task'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
const made: Task[] = []
/** Three megabytes in all. */
const long = 'ä'.repeat(49_000)
beforeAll(async () => {
  ada = await house.person()
  for (let n = 0; n < 30; n++)
    made.push(await ada.task({ title: `Task ${n}`, notes: `${long} needle ${n % 2 ? 'odd' : 'even'}` }))
  await ada.task({ title: 'Needle', dueOn: '2026-11-24', dueTime: '09:00', dueTimeZone: 'Asia/Tokyo' })
})
afterAll(() => house.stop())

async function walk(query: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const page = await ada.ok<{ items: Task[]; next: string | null }>('GET', `/api/tasks?${query}${cursor}`)
    ids.push(...page.items.map(({ id }) => id))
    if (page.next === null) return ids
    cursor = `&cursor=${page.next}`
  }
}

test('long notes are looked through in portions, between which everybody else is served', async () => {
  const small = await house.cost(() => ada.ok('GET', '/api/tasks?search=needle&priority=1'))
  const large = await house.cost(() => ada.ok('GET', '/api/tasks?search=needle'))
  expect(large - small).toBeGreaterThanOrEqual(3)
})

test('what is in several portions and pages is found once, in order', async () => {
  const odd = made.filter((_, n) => n % 2).map(({ id }) => id)
  expect(await walk('search=NEEDLE%20odd&limit=4&sort=order')).toEqual(odd)
  expect(await walk('search=needle&limit=7')).toHaveLength(31)
  expect(await walk('search=nowhere')).toEqual([])
})

test('somebody else finds none of it', async () => {
  const eve = await house.person()
  expect(await eve.ok('GET', '/api/tasks?search=needle')).toMatchObject({ items: [] })
})

test('a day somewhere is searched as the day it is here', async () => {
  expect(await walk('search=needle&dueFrom=2026-11-24&dueTo=2026-11-24')).toHaveLength(1)
  expect(await walk('search=needle&dueFrom=2026-11-25&dueTo=2026-11-25')).toHaveLength(0)
})

test('what was said is found too, unless it was taken away', async () => {
  const { id } = await ada.task({ title: 'Quiet' })
  const say = (text: string) => ada.ok<{ id: string }>('POST', `/api/tasks/${id}/comments`, { text })
  await say('Ask the ferryman')
  const regretted = await say('Bring the haystack')
  expect(await walk('search=FERRYMAN%20quiet')).toEqual([id])
  expect(await walk('search=haystack')).toEqual([id])
  await ada.ok('DELETE', `/api/comments/${regretted.id}`)
  expect(await walk('search=haystack')).toEqual([])
})

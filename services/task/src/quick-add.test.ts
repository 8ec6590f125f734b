import type { QuickAdded } from '@doable/contracts/quick-add'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

let house: House
let ada: Person
beforeAll(async () => {
  house = await openHouse()
  ada = await house.person({ name: 'Ada Lovelace', timeZone: 'Europe/Berlin' })
})
afterAll(() => house.stop())

const path = '/api/tasks/quick-add'
// Wednesday, 15:00 in Berlin.
const now = '2026-11-18T14:00:00.000Z'
const add = (person: Person, text: string, more: object = {}) =>
  person.ok<QuickAdded>('POST', path, { text, now, ...more })
const titlesOf = async (person: Person, query = '') => {
  const { items } = await person.ok<{ items: { title: string }[] }>('GET', `/api/tasks${query}`)
  return items.map(({ title }) => title).sort()
}

test('a line becomes the task it says, as in the browser', async () => {
  const list = await ada.list({ name: 'Home repairs' })
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: list.id, name: 'To do' })
  await ada.ok('POST', '/api/labels', { name: 'Errand' })
  const text = 'Fix tap tomorrow 5pm #home repairs /to do @errand p1 {30 nov} for 1h30 +me !1 h before'
  const { items, ...made } = await add(ada, text)
  expect(items).toMatchObject([
    {
      title: 'Fix tap',
      listId: list.id,
      sectionId: section.id,
      labels: ['Errand'],
      priority: 1,
      dueOn: '2026-11-19',
      dueTime: '17:00',
      dueTimeZone: null,
      deadlineOn: '2026-11-30',
      durationMinutes: 90,
      assigneeId: ada.id,
      reminders: [{ kind: 'before', of: 'due', minutes: 60 }],
    },
  ])
  expect(made).toEqual({ lists: [], sections: [], labels: [] })
  expect(await ada.ok('GET', `/api/tasks/${items[0]?.id}`)).toEqual(items[0])
})

test('a repetition begins on its first day', async () => {
  const { items } = await add(ada, 'Bins every monday 7:00 !9am')
  expect(items).toMatchObject([
    {
      title: 'Bins',
      dueOn: '2026-11-23',
      dueTime: '07:00',
      repeatRule: 'FREQ=WEEKLY;BYDAY=MO',
      repeatMode: 'schedule',
      occurrenceOn: '2026-11-23',
      reminders: [{ kind: 'at', on: '2026-11-23', time: '09:00', timeZone: null }],
    },
  ])
})

test('day, language and zone are the person’s unless the request says others', async () => {
  const grace = await house.person({ timeZone: 'America/New_York', language: 'de' })
  const late = { now: '2026-11-18T04:00:00.000Z' }
  const dueOn = async (text: string, more: object) =>
    (await add(grace, text, { ...late, ...more })).items[0]?.dueOn
  expect(await dueOn('Anrufen heute', {})).toBe('2026-11-17')
  expect(await dueOn('Anrufen heute', { timeZone: 'Europe/Berlin' })).toBe('2026-11-18')
  expect(await dueOn('Call today', {})).toBeNull()
  expect(await dueOn('Call today', { language: 'en' })).toBe('2026-11-17')
  const here = await add(grace, 'Anrufen #Eingang')
  expect(here.items).toMatchObject([{ title: 'Anrufen', listId: grace.id }])
})

test('without a moment it is now', async () => {
  const { items } = await ada.ok<QuickAdded>('POST', path, { text: 'Call mum today', timeZone: 'UTC' })
  expect(items[0]?.dueOn).toBe(house.clock.now().toISOString().slice(0, 10))
})

test('names that do not exist stay text, or are made where that is asked for', async () => {
  const text = 'Prune #Garden /Beds @winter'
  const { items } = await add(ada, text)
  expect(items).toMatchObject([{ title: text, listId: ada.id, sectionId: null, labels: [] }])
  const made = await add(ada, `${text}\nDig #garden /beds @Winter`, { create: true })
  expect(made).toMatchObject({
    lists: [{ name: 'Garden', role: 'owner' }],
    sections: [{ name: 'Beds', listId: made.lists[0]?.id }],
    labels: [{ name: 'winter' }],
  })
  const place = { listId: made.lists[0]?.id, sectionId: made.sections[0]?.id }
  expect(made.items).toMatchObject([
    { title: 'Prune', ...place, labels: ['winter'] },
    { title: 'Dig', ...place, labels: ['Winter'] },
  ])
  expect((await add(ada, 'Rake #Garden')).items).toMatchObject([{ title: 'Rake', listId: place.listId }])
})

test('lines set in become subtasks', async () => {
  const list = await ada.list({ name: 'Release' })
  const { items } = await add(ada, '- Ship it friday\n  - Notes p2\n    - [ ] Screenshots\n- Celebrate', {
    listId: list.id,
  })
  const [ship, notes] = items
  expect(items).toMatchObject([
    { title: 'Ship it', dueOn: '2026-11-20', parentId: null },
    { title: 'Notes', priority: 2, parentId: ship?.id },
    { title: 'Screenshots', parentId: notes?.id },
    { title: 'Celebrate', parentId: null },
  ])
  expect(new Set(items.map(({ listId }) => listId))).toEqual(new Set([list.id]))
})

test('a line is kept as it stands where nothing is understood', async () => {
  const text = '- 2  for 1 🎉 a@b.c https://example.org/today#Work C#'
  expect((await add(ada, text)).items[0]?.title).toBe(text)
  const long = 'word '.repeat(200).trim()
  const { items } = await add(ada, long)
  expect(items[0]?.title.length).toBeLessThanOrEqual(500)
  expect(items[0]?.notes).toBe(long)
})

test('people are those of the list', async () => {
  const list = await ada.list({ name: 'Shared' })
  const grace = await house.person({ name: 'Grace Hopper' })
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: grace.email, role: 'viewer' })
  expect((await add(ada, 'Review +grace #Shared')).items).toMatchObject([
    { title: 'Review', assigneeId: grace.id },
  ])
  expect((await add(ada, 'Review +grace')).items).toMatchObject([
    { title: 'Review +grace', assigneeId: null },
  ])
  expect((await add(ada, 'Review +grace', { listId: list.id })).items).toMatchObject([
    { assigneeId: grace.id },
  ])
})

test('all lines are added or none', async () => {
  const list = await ada.list({ name: 'Locked' })
  const grace = await house.person()
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: grace.email, role: 'viewer' })
  const asked = { text: 'One #Fresh\nTwo', now, listId: list.id, create: true }
  expect(await grace.refusal('POST', path, asked)).toEqual([403, 'read-only'])
  expect(await titlesOf(grace)).toEqual([])
  const { items } = await grace.ok<{ items: { name: string }[] }>('GET', '/api/lists')
  expect(items.map(({ name }) => name)).not.toContain('Fresh')
  const stranger = await house.person()
  expect(await stranger.refusal('POST', path, asked)).toEqual([404, 'list-not-found'])
})

test('names of lists that one may only look at, or not see, are text', async () => {
  const list = await ada.list({ name: 'Secret' })
  const [viewer, stranger] = [await house.person(), await house.person()]
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: viewer.email, role: 'viewer' })
  for (const person of [viewer, stranger])
    expect((await add(person, 'Look #Secret')).items).toMatchObject([
      { title: 'Look #Secret', listId: person.id },
    ])
})

test('the same request under the same key is done once', async () => {
  const key = { 'idempotency-key': newId() }
  const body = { text: 'Once #Twice @thrice', now, create: true }
  const first = await ada.call('POST', path, body, key)
  const again = await ada.call('POST', path, body, key)
  expect([first.statusCode, again.statusCode]).toEqual([201, 201])
  expect(again.json()).toEqual(first.json())
  expect((await titlesOf(ada)).filter((title) => title === 'Once')).toHaveLength(1)
  const other = await ada.call('POST', path, { ...body, text: 'Other' }, key)
  expect(other.statusCode).toBe(422)
})

test.each<[string, object, number, string]>([
  ['nothing', { text: ' \n ' }, 400, 'invalid'],
  ['half a character', { text: 'a\ud800' }, 400, 'invalid'],
  ['an unknown zone', { text: 'a', timeZone: 'Mars/Base' }, 400, 'invalid'],
  ['an unknown language', { text: 'a', language: 'tlh' }, 400, 'invalid'],
  ['too many lines', { text: 'a\n'.repeat(101) }, 422, 'too-many-lines'],
])('%s is refused', async (_, body, status, kind) => {
  expect(await ada.refusal('POST', path, body)).toEqual([status, kind])
})

test('a hundred lines are added at once', async () => {
  const grace = await house.person()
  const text = Array.from({ length: 100 }, (_, n) => `Task ${n} tomorrow p${(n % 3) + 1} @home`).join('\n')
  const { items } = await add(grace, text, { create: true })
  expect(items.map(({ title }) => title)).toEqual(Array.from({ length: 100 }, (_, n) => `Task ${n}`))
  const shown = await grace.ok<{ items: { title: string }[] }>('GET', '/api/tasks?sort=order&limit=200')
  expect(shown.items.map(({ title }) => title)).toEqual(items.map(({ title }) => title))
})

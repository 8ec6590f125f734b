import type { List } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { until } from '@doable/service-kit/testing'
import { afterAll, expect, test } from 'vitest'
import { type House, openHouse } from '../fixtures/house.ts'
import { userOf } from '../fixtures/people/service.ts'
import { PersonRow } from './person.ts'
import { TaskRow } from './task.ts'

const house: House = await openHouse()
afterAll(() => house.stop())
const { people } = house
const known = (id: string, changes: object) =>
  until(async () => (await PersonRow.count({ where: { id, ...changes } })) === 1, 'a projection')

test('whoever registers finds three examples in their Inbox, in their language, once', async () => {
  for (const [language, word] of [
    ['en', 'Complete this task'],
    ['de', 'Diese Aufgabe abhaken'],
  ] as const) {
    const person = await house.person({}, { known: false })
    await person.ok('GET', '/api/lists')
    await people.announce('user.registered', person.id, { user: userOf(person.id, { language }) })
    await known(person.id, { email: `${person.id}@example.org` })
    const { items } = await person.ok<{ items: Task[] }>('GET', '/api/tasks?sort=order')
    expect(items).toHaveLength(3)
    expect(items[0]?.title).toContain(word)
    expect((await person.ok<{ items: List[] }>('GET', '/api/lists')).items).toHaveLength(1)
  }
})

test('whoever has begun needs no examples', async () => {
  const person = await house.person({}, { known: false })
  await person.task({ title: 'made before it was known' })
  await people.announce('user.registered', person.id, { user: userOf(person.id) })
  await known(person.id, { email: `${person.id}@example.org` })
  expect((await person.ok<{ items: Task[] }>('GET', '/api/tasks')).items).toHaveLength(1)
})

test('what people change is known, also of those nobody has heard of', async () => {
  const id = newId()
  await people.announce('user.changed', id, { user: userOf(id, { name: 'Grace', timeZone: 'Asia/Tokyo' }) })
  await known(id, { name: 'Grace', timeZone: 'Asia/Tokyo' })
  await people.announce('user.changed', id, { user: userOf(id, { email: 'new@example.org', weekStart: 7 }) })
  await known(id, { email: 'new@example.org', weekStart: 7 })
})

test('whoever is erased takes their lists along and leaves those of others', async () => {
  const ada = await house.person()
  const bob = await house.person()
  const theirs = await ada.list()
  const bobs = await bob.list()
  await ada.ok('POST', `/api/lists/${theirs.id}/members`, { email: bob.email, role: 'editor' })
  await bob.ok('POST', `/api/lists/${bobs.id}/members`, { email: ada.email, role: 'editor' })
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: theirs.id, name: 'S' })
  const parent = await bob.task({ listId: theirs.id, sectionId: section.id, labels: ['x'] })
  await ada.task({ listId: theirs.id, parentId: parent.id })
  const kept = await ada.task({ listId: bobs.id, labels: ['y'] })
  const { cursor } = await bob.pull()
  const { events } = house.platform
  // What is not sent yet would go later.
  const unsent = () => events.model.count({ where: { publishedAt: null } })
  await until(async () => (await unsent()) === 0, 'all events to be sent')
  await people.announce('user.erased', ada.id, {})
  await until(async () => (await PersonRow.count({ where: { id: ada.id } })) === 0, 'the erasure')
  const after = await bob.pull(cursor)
  expect(after.goneLists).toEqual([theirs.id])
  expect(after.lists).toMatchObject([{ id: bobs.id, memberCount: 1 }])
  expect(await bob.ok('GET', `/api/tasks/${kept.id}`)).toEqual(kept)
  expect(await TaskRow.count({ where: { listId: [theirs.id, ada.id] } })).toBe(0)
  const history = await events.model.findAll({ where: { scopeId: [theirs.id, ada.id] }, raw: true })
  expect(history.map(({ type }) => type)).toEqual(['list.left'])
})

import type { List, Section } from '@doable/contracts/list'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

let house: House
let ada: Person
beforeAll(async () => {
  house = await openHouse()
  ada = await house.person()
})
afterAll(() => house.stop())
type Lists = { items: List[] }
const lists = async (status = 'active', who = ada) =>
  (await who.ok<Lists>('GET', `/api/lists?status=${status}`)).items

test('everybody has an Inbox, also before anything is known of them', async () => {
  const bob = await house.person({}, { known: false })
  const [inbox, ...others] = await lists('active', bob)
  expect(others).toEqual([])
  expect(inbox).toMatchObject({ id: bob.id, isInbox: true, role: 'owner', memberCount: 1, color: 'gray' })
  const eve = await house.person({}, { known: false })
  const answers = await Promise.all(Array.from({ length: 10 }, () => eve.status('GET', '/api/lists')))
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(await lists('all', eve)).toHaveLength(1)
})

test('the Inbox can be recoloured and moved, and nothing else', async () => {
  const path = `/api/lists/${ada.id}`
  expect(await ada.ok('PATCH', path, { color: 'teal', position: 'a5' })).toMatchObject({
    color: 'teal',
    position: 'a5',
  })
  const refused = [409, 'inbox-fixed']
  expect(await ada.refusal('PATCH', path, { name: 'Mine' })).toEqual(refused)
  expect(await ada.refusal('PATCH', path, { archived: true })).toEqual(refused)
  expect(await ada.refusal('DELETE', path)).toEqual(refused)
  const bob = await house.person()
  expect(await ada.refusal('POST', `${path}/members`, { email: bob.email, role: 'viewer' })).toEqual(refused)
})

test('a list is made at the end, changed, archived, trashed and restored', async () => {
  const before = await lists()
  const made = await ada.list({ name: 'Garden', color: 'green' })
  expect((await lists()).at(-1)).toEqual(made)
  expect(await lists()).toHaveLength(before.length + 1)
  const path = `/api/lists/${made.id}`
  expect(await ada.ok('PATCH', path, { name: 'Yard' })).toMatchObject({ name: 'Yard', color: 'green' })
  const archived = await ada.ok<List>('PATCH', path, { archived: true })
  expect(archived.archivedAt).not.toBeNull()
  house.clock.advance(1000)
  expect((await ada.ok<List>('PATCH', path, { archived: true })).archivedAt).toBe(archived.archivedAt)
  expect((await lists('archived')).map(({ id }) => id)).toEqual([made.id])
  await ada.ok('PATCH', path, { archived: false })
  expect(await ada.status('DELETE', path)).toBe(204)
  expect((await lists('trashed')).map(({ id }) => id)).toEqual([made.id])
  expect(await ada.ok('POST', `${path}/restore`)).toMatchObject({ trashedAt: null, archivedAt: null })
})

test('tasks of archived lists are out of sight until asked for, those of trashed ones altogether', async () => {
  const list = await ada.list()
  const task = await ada.task({ listId: list.id })
  const seen = async (query = '') => {
    const { items } = await ada.ok<{ items: { id: string }[] }>('GET', `/api/tasks${query}`)
    return items.some(({ id }) => id === task.id)
  }
  await ada.ok('PATCH', `/api/lists/${list.id}`, { archived: true })
  expect([await seen(), await seen(`?listId=${list.id}`)]).toEqual([false, true])
  await ada.ok('DELETE', `/api/lists/${list.id}`)
  expect([await seen(), await seen(`?listId=${list.id}`)]).toEqual([false, false])
})

test('a list under an id of its maker is made once', async () => {
  const id = newId()
  expect(await ada.list({ id })).toEqual(await ada.list({ id }))
  const bob = await house.person()
  expect(await bob.refusal('POST', '/api/lists', { id, name: 'x' })).toEqual([409, 'id-taken'])
})

test('sections keep their order, leave and come back', async () => {
  const list = await ada.list()
  const make = (name: string, position?: string) =>
    ada.ok<Section>('POST', '/api/sections', { listId: list.id, name, position })
  const second = await make('Later')
  const first = await make('Now', 'a1')
  const path = `/api/sections/${second.id}`
  const names = async () =>
    (await ada.ok<{ items: Section[] }>('GET', `/api/lists/${list.id}/sections`)).items.map(
      ({ name }) => name,
    )
  expect(await names()).toEqual(['Now', 'Later'])
  expect(await ada.ok('PATCH', path, { position: 'a0a' })).toMatchObject({ name: 'Later', listId: list.id })
  expect(await names()).toEqual(['Later', 'Now'])
  const task = await ada.task({ listId: list.id, sectionId: second.id })
  expect([await ada.status('DELETE', path), await ada.status('DELETE', path)]).toEqual([204, 204])
  expect(await names()).toEqual(['Now'])
  expect(await ada.ok('POST', `${path}/restore`)).toMatchObject({ trashedAt: null })
  expect(await ada.ok('GET', `/api/tasks/${task.id}`)).toMatchObject({ sectionId: second.id })
  expect(first.version).toBeLessThan((await ada.ok<List>('GET', `/api/lists/${list.id}`)).version)
})

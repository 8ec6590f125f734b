import type { Label } from '@doable/contracts/label'
import type { Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
beforeEach(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())
const labels = async (who = ada) => (await who.ok<{ items: Label[] }>('GET', '/api/labels')).items
const label = (name: string, more: object = {}) => ada.ok<Label>('POST', '/api/labels', { name, ...more })
const words = async (id: string, who = ada) => (await who.ok<Task>('GET', `/api/tasks/${id}`)).labels

test('words that are new to a person get an entry, once', async () => {
  await ada.task({ labels: ['errand', 'Phone'] })
  await ada.task({ labels: ['ERRAND', 'home'] })
  expect((await labels()).map(({ name }) => name)).toEqual(['errand', 'Phone', 'home'])
})

test('a word has one entry, whoever makes it and under whatever id', async () => {
  const first = await label('errand', { color: 'red' })
  expect(await label('Errand', { id: newId() })).toEqual(first)
  expect(await labels()).toEqual([first])
})

test('a new name goes to every task the person may change', async () => {
  const errand = await label('errand')
  const task = await ada.task({ labels: ['home', 'Errand', 'shopping'] })
  const both = await ada.task({ labels: ['errand', 'way'] })
  const { cursor } = await ada.pull()
  expect(await ada.refusal('PATCH', `/api/labels/${errand.id}`, { name: 'Way' })).toEqual([
    409,
    'label-exists',
  ])
  expect(await ada.ok('PATCH', `/api/labels/${errand.id}`, { name: 'walk' })).toMatchObject({ name: 'walk' })
  expect(await words(task.id)).toEqual(['home', 'walk', 'shopping'])
  expect(await words(both.id)).toEqual(['walk', 'way'])
  const { tasks } = await ada.pull(cursor)
  expect(tasks.map(({ id }) => id).sort()).toEqual([task.id, both.id].sort())
})

test('a task that has the new word already keeps it once', async () => {
  const errand = await label('errand')
  const task = await ada.task({ labels: ['errand', 'walk'] })
  const walk = (await labels()).find(({ name }) => name === 'walk') as Label
  await ada.ok('DELETE', `/api/labels/${walk.id}`)
  await ada.ok('PATCH', `/api/labels/${errand.id}`, { name: 'Walk' })
  expect(await words(task.id)).toEqual(['walk'])
})

test('a new name does not reach tasks the person may only look at', async () => {
  const bob = await house.person()
  const list = await bob.list()
  const shared = await bob.task({ listId: list.id, labels: ['errand'] })
  await bob.ok('POST', `/api/lists/${list.id}/members`, { email: ada.email, role: 'viewer' })
  const own = await ada.task({ labels: ['errand'] })
  const [errand] = await labels()
  await ada.ok('PATCH', `/api/labels/${errand?.id}`, { name: 'walk' })
  expect([await words(own.id), await words(shared.id, bob)]).toEqual([['walk'], ['errand']])
  await bob.ok('POST', `/api/lists/${list.id}/members`, { email: ada.email, role: 'editor' })
  await ada.ok('POST', '/api/labels', { name: 'errand' })
  const again = (await labels()).find(({ name }) => name === 'errand')
  await ada.ok('PATCH', `/api/labels/${again?.id}`, { name: 'Errands' })
  expect(await words(shared.id, bob)).toEqual(['Errands'])
})

test('a label leaves and comes back; tasks keep the word', async () => {
  const errand = await label('errand')
  const task = await ada.task({ labels: ['errand'] })
  expect(await ada.status('DELETE', `/api/labels/${errand.id}`)).toBe(204)
  expect(await labels()).toEqual([])
  expect(await words(task.id)).toEqual(['errand'])
  expect(await ada.ok('POST', `/api/labels/${errand.id}/restore`)).toMatchObject({ trashedAt: null })
  await ada.ok('DELETE', `/api/labels/${errand.id}`)
  await label('errand')
  expect(await ada.refusal('POST', `/api/labels/${errand.id}/restore`)).toEqual([409, 'label-exists'])
})

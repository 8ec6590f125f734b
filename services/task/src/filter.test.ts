import type { Filter } from '@doable/contracts/filter'
import type { Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { pieces } from '@doable/service-kit/pieces'
import { until } from '@doable/service-kit/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { FilterRow } from './filter.ts'
import { mostFilters } from './filter-verbs.ts'

const house: House = await openHouse()
let ada: Person
beforeEach(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())
const filters = async (who = ada) => (await who.ok<{ items: Filter[] }>('GET', '/api/filters')).items
const keep = (name: string, query: string, more: object = {}) =>
  ada.ok<Filter>('POST', '/api/filters', { name, query, ...more })

test('a filter is kept, changed, put away and brought back, in its person’s order', async () => {
  const urgent = await keep('Urgent', 'p1 & today')
  const work = await keep('Work', '#Work', { color: 'blue', favorite: true })
  expect(urgent).toMatchObject({ query: 'p1 & today', color: 'gray', favorite: false, trashedAt: null })
  expect(await filters()).toEqual([urgent, work])
  const changes = { name: 'Pressing', query: 'overdue | p1', favorite: true }
  expect(await ada.ok('PATCH', `/api/filters/${urgent.id}`, changes)).toMatchObject(changes)
  expect(await ada.status('DELETE', `/api/filters/${work.id}`)).toBe(204)
  expect((await filters()).map(({ name }) => name)).toEqual(['Pressing'])
  await ada.ok('POST', `/api/filters/${work.id}/restore`)
  expect((await filters()).map(({ name }) => name)).toEqual(['Pressing', 'Work'])
})

test('what is no query is refused with its place, and nothing is changed', async () => {
  const filter = await keep('F', 'p1')
  const bad = { name: 'G', query: 'p1 & (today' }
  for (const [method, url] of [
    ['POST', '/api/filters'],
    ['PATCH', `/api/filters/${filter.id}`],
  ] as const) {
    const answer = await ada.call(method, url, bad)
    expect(answer.json()).toMatchObject({
      type: '/problems/bad-query',
      status: 400,
      errors: [{ pointer: '/query', start: 11, end: 11, expected: 'closing' }],
    })
  }
  expect(await filters()).toEqual([filter])
})

test('a device makes, changes and trashes a filter, and every other one learns of it', async () => {
  const { cursor } = await ada.pull()
  const id = newId()
  const fields = { name: 'Mine', query: 'today', color: 'red', favorite: true } as const
  const { results, changes } = await ada.push([
    operation('filter.create', id, { fields }),
    operation('filter.update', id, { fields: { query: 'today | overdue' } }),
    operation('filter.update', id, { fields: { query: '&' } }),
    operation('filter.create', newId(), { fields: { ...fields, query: '@' } }),
  ])
  expect(results.map(({ status, problem }) => [status, problem?.type])).toEqual([
    ['applied', undefined],
    ['applied', undefined],
    ['refused', '/problems/bad-query'],
    ['refused', '/problems/bad-query'],
  ])
  const now = { ...fields, id, query: 'today | overdue', trashedAt: null }
  expect(changes.filters).toMatchObject([now])
  const pulled = await ada.pull(cursor)
  expect(pulled).toMatchObject({ filters: [now], lists: [], tasks: [] })
  await ada.push([operation('filter.trash', id, {})])
  expect((await ada.pull(pulled.cursor)).filters).toMatchObject([{ id, trashedAt: expect.any(String) }])
  await ada.push([operation('filter.restore', id, {})])
  expect(await filters()).toMatchObject([now])
})

test('a new name of a list or label leaves the text of filters alone', async () => {
  const list = await ada.list({ name: 'Work' })
  await ada.task({ listId: list.id, labels: ['errand'] })
  const filter = await keep('F', '#Work & @errand')
  await ada.ok('PATCH', `/api/lists/${list.id}`, { name: 'Office' })
  const { items } = await ada.ok<{ items: { id: string }[] }>('GET', '/api/labels')
  await ada.ok('PATCH', `/api/labels/${items[0]?.id}`, { name: 'walk' })
  expect(await filters()).toEqual([filter])
  const { items: tasks } = await ada.ok<{ items: Task[] }>('GET', '/api/tasks')
  expect(tasks[0]?.labels).toEqual(['walk'])
})

test('an id that is taken is not taken again', async () => {
  const filter = await keep('F', 'p1')
  expect(await keep('G', 'p2', { id: filter.id })).toEqual(filter)
  const bob = await house.person()
  const body = { id: filter.id, name: 'G', query: 'p2' }
  expect(await bob.refusal('POST', '/api/filters', body)).toEqual([409, 'id-taken'])
  expect(await bob.refusal('PATCH', `/api/filters/${filter.id}`, { name: 'G' })).toEqual([
    404,
    'filter-not-found',
  ])
})

test(`a person has ${mostFilters} filters at most`, async () => {
  const at = house.clock.now()
  const rows = Array.from({ length: mostFilters }, (_, n) => ({
    ...{ id: newId(), ownerId: ada.id, name: `f${n}`, query: 'p1', color: 'red', favorite: false },
    ...{ position: 'a1', trashedAt: null, version: 1, createdAt: at, updatedAt: at },
  }))
  for (const some of pieces(rows)) await FilterRow.bulkCreate(some)
  expect(await ada.refusal('POST', '/api/filters', { name: 'F', query: 'p1' })).toEqual([
    409,
    'too-many-filters',
  ])
})

test('filters go with their person', async () => {
  await keep('F', 'p1')
  const mine = { where: { ownerId: ada.id } }
  expect(await FilterRow.count(mine)).toBe(1)
  await house.people.announce('user.erased', ada.id, {})
  await until(async () => (await FilterRow.count(mine)) === 0, 'the erasure')
})

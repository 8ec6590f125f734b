import { expect, test } from 'vitest'
import { activeFilters, favoriteFilters } from './saved-filter-selectors.ts'
import { settled, world } from './world.testing.ts'

const named = (name: string) => ({ name, query: 'p1' })

test('a filter is made, changed, moved and trashed, each taken back and done again', async () => {
  const { server, open } = world()
  const store = await open()
  const names = () => activeFilters(store.getSnapshot()).map(({ name }) => name)
  const first = store.addFilter({ name: 'Urgent', query: 'p1 & today', color: 'red', favorite: true })
  const second = store.addFilter(named('Second'))
  expect(store.getSnapshot().filters.get(second)).toMatchObject({
    color: 'gray',
    favorite: false,
    version: 0,
  })
  store.updateFilter(first, { query: 'p1 | overdue', name: 'Urgent' })
  expect(store.lastStep?.operations).toMatchObject([
    { type: 'filter.update', fields: { query: 'p1 | overdue' } },
  ])
  store.undo()
  expect(store.getSnapshot().filters.get(first)?.query).toBe('p1 & today')
  store.redo()
  store.moveFilter(second, { before: first })
  expect(names()).toEqual(['Second', 'Urgent'])
  store.undo()
  store.trashFilter(second)
  expect(names()).toEqual(['Urgent'])
  store.undo()
  expect(names()).toEqual(['Urgent', 'Second'])
  store.undo()
  store.redo()
  await settled(store)
  const rows = [...server.rows.filters.values()]
  expect(rows.map(({ name, query }) => [name, query])).toEqual([
    ['Urgent', 'p1 | overdue'],
    ['Second', 'p1'],
  ])
})

test('what changes nothing about a filter queues nothing', async () => {
  const { open } = world()
  const store = await open()
  const id = store.addFilter(named('F'))
  const { lastStep } = store
  store.updateFilter(id, { name: 'F', favorite: false })
  store.updateFilter('no such', { name: 'G' })
  expect(store.lastStep).toBe(lastStep)
})

test('filters are there again after a reload without a network, and in their order', async () => {
  const { server, open } = world()
  const store = await open()
  for (const name of ['A', 'B', 'C']) store.addFilter({ ...named(name), favorite: name !== 'B' })
  await settled(store)
  store.stop()
  server.onRequest = () => {
    throw new TypeError('offline')
  }
  const again = await open()
  expect(activeFilters(again.getSnapshot()).map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  expect(favoriteFilters(again.getSnapshot()).map(({ name }) => name)).toEqual(['A', 'C'])
  expect(activeFilters(again.getSnapshot())).toBe(activeFilters(again.getSnapshot()))
})

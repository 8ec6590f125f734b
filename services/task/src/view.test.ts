import type { PageView } from '@doable/contracts/view'
import { newId } from '@doable/domain/ids'
import { until } from '@doable/service-kit/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { ViewRow } from './view.ts'
import { mostViews } from './view-verbs.ts'

const house: House = await openHouse()
let ada: Person
beforeEach(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())
const views = async (who = ada) => (await who.ok<{ items: PageView[] }>('GET', '/api/views')).items
const set = (id: string, settings: object, who = ada) =>
  who.ok<PageView>('PATCH', '/api/views', { id, settings })

test('only what is chosen is kept, each setting by itself', async () => {
  expect(await views()).toEqual([])
  await set('today', { layout: 'board', sort: 'title' })
  await set('today', { descending: true, widths: { title: 300 } })
  await set('label größer als', { completed: true })
  const settings = { layout: 'board', sort: 'title', descending: true, widths: { title: 300 } }
  expect(await views()).toMatchObject([
    { id: 'label größer als', settings: { completed: true } },
    { id: 'today', settings },
  ])
  const after = await set('today', { sort: null, layout: null, widths: null })
  expect(after.settings).toEqual({ descending: true })
  expect((await views())[1]).toEqual(after)
})

test('one person sees and changes nothing of how another looks at the same page', async () => {
  const bob = await house.person()
  const shared = await ada.list()
  await ada.ok('POST', `/api/lists/${shared.id}/members`, { email: bob.email, role: 'viewer' })
  await set(`list ${shared.id}`, { layout: 'table' })
  const { cursor } = await bob.pull()
  expect(await views(bob)).toEqual([])
  // Somebody who may only read a list may still choose how they look at it.
  await set(`list ${shared.id}`, { layout: 'calendar' }, bob)
  expect((await views())[0]?.settings).toEqual({ layout: 'table' })
  expect((await bob.pull(cursor)).views).toMatchObject([{ settings: { layout: 'calendar' } }])
  expect((await ada.pull()).views).toMatchObject([{ settings: { layout: 'table' } }])
})

test('two devices that change two settings keep both, and a repeat changes nothing', async () => {
  const table = operation('view.set', 'upcoming', { fields: { layout: 'table' } })
  const grouped = operation('view.set', 'upcoming', { fields: { groupBy: 'label', sort: 'deadline' } })
  const { cursor } = await ada.pull()
  const { results, changes } = await ada.push([table])
  expect(results).toEqual([{ id: table.id, status: 'applied' }])
  expect(changes.views).toMatchObject([{ id: 'upcoming', settings: { layout: 'table' } }])
  await ada.push([grouped, table])
  const pulled = await ada.pull(cursor)
  const settings = { layout: 'table', groupBy: 'label', sort: 'deadline' }
  expect(pulled.views).toMatchObject([{ id: 'upcoming', settings }])
  expect((await ada.pull(pulled.cursor)).views).toEqual([])
  await ada.push([table])
  expect(await views()).toEqual(pulled.views)
})

test.each<{ id: string; settings: object }>([
  { id: '', settings: { layout: 'list' } },
  { id: 'Today', settings: { layout: 'list' } },
  { id: 'label ', settings: { layout: 'list' } },
  { id: 'label a\nb', settings: { layout: 'list' } },
  { id: 'label \ud800', settings: { layout: 'list' } },
  { id: `label ${'x'.repeat(140)}`, settings: { layout: 'list' } },
  { id: 'today', settings: {} },
  { id: 'today', settings: { layout: 'heap' } },
  { id: 'today', settings: { columns: ['title', 'due', 'title'] } },
  { id: 'today', settings: { columns: [] } },
  { id: 'today', settings: { widths: { title: 5 } } },
  { id: 'today', settings: { widths: { size: 50 } } },
  { id: 'today', settings: { color: 'red' } },
])('%j is refused, by the API and in a push', async ({ id, settings }) => {
  expect(await ada.refusal('PATCH', '/api/views', { id, settings })).toEqual([400, 'invalid'])
  const sent = operation('view.set', id, { fields: settings })
  const { results } = await ada.push([sent])
  expect(results).toMatchObject([{ id: sent.id, status: 'refused', problem: { status: 400 } }])
  expect(await views()).toEqual([])
})

test('nobody keeps settings of more pages than there can be', async () => {
  const now = house.clock.now()
  const rows = Array.from({ length: mostViews }, () => ({
    ownerId: ada.id,
    id: `list ${newId()}`,
    settings: '{}',
    version: 1,
    createdAt: now,
    updatedAt: now,
  }))
  for (let at = 0; at < rows.length; at += 100) await ViewRow.bulkCreate(rows.slice(at, at + 100))
  expect(await ada.refusal('PATCH', '/api/views', { id: 'today', settings: { layout: 'list' } })).toEqual([
    409,
    'too-many-views',
  ])
  await set(rows[0]?.id as string, { layout: 'board' })
  await ViewRow.destroy({ where: { ownerId: ada.id } })
})

test('they are erased with their person', async () => {
  await set('today', { layout: 'table' })
  await house.people.announce('user.erased', ada.id, {})
  await until(async () => (await ViewRow.count({ where: { ownerId: ada.id } })) === 0, 'the erasure')
})

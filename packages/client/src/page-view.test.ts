import { expect, test, vi } from 'vitest'
import { settingsOf } from './view-selectors.ts'
import { operation, settled, world } from './world.testing.ts'

test('settings of a page are there at once, merge by setting, and go when they are as the page is by itself', async () => {
  const { open } = world()
  const store = await open()
  const now = () => settingsOf(store.getSnapshot(), 'today')
  expect(now()).toEqual({})
  store.setView('today', { layout: 'table', sort: 'title' })
  store.setView('today', { descending: true, sort: null })
  expect(now()).toEqual({ layout: 'table', descending: true })
  const before = now()
  store.addTask({ title: 'Something else' })
  expect(now()).toBe(before)
  await settled(store)
  expect(now()).toEqual({ layout: 'table', descending: true })
})

test('they are no step: nothing to take back, and what was taken back can still be done again', async () => {
  const { open } = world()
  const store = await open()
  const id = store.addTask({ title: 'A' })
  store.setView('today', { layout: 'board' })
  expect(store.undo()?.subjectIds).toEqual([id])
  store.setView('today', { layout: 'list' })
  expect(store.redo()?.type).toBe('task.restore')
  expect(settingsOf(store.getSnapshot(), 'today')).toEqual({ layout: 'list' })
})

test('two devices that change two settings while offline both keep theirs', async () => {
  const { open, server } = world()
  const store = await open()
  await settled(store)
  server.onRequest = () => Promise.reject(new TypeError('offline'))
  store.setView('upcoming', { layout: 'calendar' })
  server.do(
    operation({ type: 'view.set', subjectId: 'upcoming', fields: { groupBy: 'label', calendar: 'week' } }),
  )
  await vi.waitFor(() => expect(store.getSnapshot().status).toBe('offline'))
  expect(settingsOf(store.getSnapshot(), 'upcoming')).toEqual({ layout: 'calendar' })
  server.onRequest = () => {}
  store.resume()
  await settled(store)
  const both = { layout: 'calendar', groupBy: 'label', calendar: 'week' }
  expect(settingsOf(store.getSnapshot(), 'upcoming')).toEqual(both)
  expect(server.rows.views.get('upcoming')?.settings).toEqual(both)
})

test('another tab sees them at once, and so does one that is opened later', async () => {
  const { open } = world()
  const [first, second] = [await open(), await open()]
  first.setView('search', { completed: true })
  await vi.waitFor(() => expect(settingsOf(second.getSnapshot(), 'search')).toEqual({ completed: true }))
  await settled(first)
  const third = await open()
  expect(settingsOf(third.getSnapshot(), 'search')).toEqual({ completed: true })
})

import type { Task } from '@doable/contracts/task'
import { nowAt } from '@doable/domain/calendar'
import { newId } from '@doable/domain/ids'
import { expect, test } from 'vitest'
import { completionsOfTask } from './completion-selectors.ts'
import { overviewOf } from './figure-selectors.ts'
import { panesOf } from './filter-selectors.ts'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

const clock = () => new Date('2026-11-22T12:00:00.000Z')
const options = { clock, timeZone: () => 'Europe/Berlin' }
const now = nowAt('2026-11-22T12:00:00.000Z', 'Europe/Berlin')

async function start() {
  const { open, ...rest } = world()
  return { ...rest, open, store: await open(options) }
}
const task = (store: Store, id: string) => store.getSnapshot().tasks.get(id) as Task
const repeating = (store: Store, fields: object = {}) =>
  store.addTask({
    title: 'Water',
    dueOn: '2026-11-22',
    repeatRule: 'FREQ=DAILY',
    repeatMode: 'schedule',
    ...fields,
  })
/** All that a person could see. */
const seen = (store: Store) =>
  [...store.getSnapshot().tasks.values()].map(({ updatedAt: _, version: __, ...rest }) => rest)
const counting = (store: Store, id: string) =>
  completionsOfTask(store.getSnapshot(), id).map(({ occurrenceOn }) => occurrenceOn)

test('completing shows the next one at once, and undo and redo restore exactly', async () => {
  const { store } = await start()
  const id = repeating(store, {
    deadlineOn: '2026-11-23',
    repeatRule: 'FREQ=DAILY;COUNT=4',
    skippedOn: ['2026-11-23'],
  })
  const child = newId()
  store.addTasks([{ id: child, title: 'Can', parentId: id }])
  store.completeTasks([child])
  expect(task(store, id)).toMatchObject({ occurrenceOn: '2026-11-22', repeatMode: 'schedule' })
  const before = seen(store)
  store.completeTasks([id])
  const after = seen(store)
  expect(task(store, id)).toMatchObject({
    dueOn: '2026-11-24',
    repeatRule: 'FREQ=DAILY;COUNT=2',
    completedAt: null,
  })
  expect(task(store, child).completedAt).toBeNull()
  expect(counting(store, id)).toEqual(['2026-11-22'])
  store.undo()
  expect(seen(store)).toEqual(before)
  expect(counting(store, id)).toEqual([])
  store.redo()
  expect(seen(store)).toEqual(after)
  expect(counting(store, id)).toEqual(['2026-11-22'])
  store.undo()
  expect(seen(store)).toEqual(before)
})

test('skipping is undone and done again', async () => {
  const { store } = await start()
  const id = repeating(store)
  const before = seen(store)
  store.skipTasks([id])
  expect(task(store, id).dueOn).toBe('2026-11-23')
  store.undo()
  expect(seen(store)).toEqual(before)
  store.redo()
  expect(task(store, id).dueOn).toBe('2026-11-23')
})

test('undoing another change does not bring an occurrence back', async () => {
  const { store } = await start()
  const id = repeating(store)
  store.updateTask(id, { title: 'Water the plants' })
  const step = store.lastStep
  store.completeTasks([id])
  store.undo(step)
  expect(task(store, id)).toMatchObject({ title: 'Water', dueOn: '2026-11-23', occurrenceOn: '2026-11-23' })
})

test('two devices complete the same occurrence while offline: it is done once', async () => {
  const { server, open, store } = await start()
  const other = await open({ ...options, name: 'another device' })
  const id = repeating(store)
  await settled(store)
  await expect
    .poll(() => other.getSnapshot().tasks.has(id))
    .toBe(true)
    .catch(async () => {
      server.say('changed', { lists: [], own: true })
      await expect.poll(() => other.getSnapshot().tasks.has(id)).toBe(true)
    })
  server.onRequest = () => {
    throw new TypeError('no network')
  }
  store.completeTasks([id])
  other.completeTasks([id])
  other.completeTasks([id])
  server.onRequest = () => undefined
  store.resume()
  await settled(store)
  other.resume()
  await settled(other)
  expect(task(other, id).dueOn).toBe('2026-11-24')
  expect(server.rows.completions.size).toBe(2)
  store.resume()
  await settled(store)
  await expect.poll(() => task(store, id).dueOn).toBe('2026-11-24')
  expect(counting(store, id)).toEqual(['2026-11-23', '2026-11-22'])
})

test('only this one becomes a task of its own, and the series goes on', async () => {
  const { store } = await start()
  const id = repeating(store)
  store.addTask({ title: 'Can', parentId: id })
  const before = seen(store)
  const made = store.detachTask(id) as string
  expect(task(store, made)).toMatchObject({ title: 'Water', dueOn: '2026-11-22', repeatRule: null })
  expect(task(store, id)).toMatchObject({ dueOn: '2026-11-23', repeatRule: 'FREQ=DAILY' })
  expect([...store.getSnapshot().tasks.values()].filter(({ parentId }) => parentId === made)).toHaveLength(1)
  store.undo()
  expect(task(store, made).trashedAt).not.toBeNull()
  expect(seen(store).filter(({ trashedAt }) => trashedAt === null)).toEqual(before)
  const last = repeating(store, { repeatRule: 'FREQ=DAILY;COUNT=1' })
  expect(store.detachTask(last)).toBeUndefined()
})

test('completing for good ends the repetition, and undo brings both back', async () => {
  const { store } = await start()
  const id = repeating(store, { skippedOn: ['2026-12-25'] })
  const before = seen(store)
  store.endTasks([id])
  expect(task(store, id)).toMatchObject({ repeatRule: null, completedAt: expect.any(String) })
  store.undo()
  expect(seen(store)).toEqual(before)
})

test('completed occurrences count on the dashboard and are found by their day', async () => {
  const { store } = await start()
  const id = repeating(store)
  store.addTask({ title: 'Other' })
  store.completeTasks([id])
  const skipped = repeating(store)
  store.skipTasks([skipped])
  const view = store.getSnapshot()
  const { doneToday, streak, completedPerDay, open } = overviewOf(view, now, 1)
  expect([doneToday, streak, completedPerDay.at(-1)?.count, open]).toEqual([1, 1, 1, 3])
  const asking = { me: store.personId, now, weekStart: 1, language: 'en' } as const
  const ids = (query: string) => panesOf(view, query, asking)?.map((pane) => pane.map((each) => each.id))
  expect(ids('completed: 2026-11-22, completed: 2026-11-21')).toEqual([[id], []])
  store.trashTasks([id])
  expect(overviewOf(store.getSnapshot(), now, 1).doneToday).toBe(0)
})

test('what became of occurrences survives a reload and goes with its task', async () => {
  const { store, open, server } = await start()
  const id = repeating(store)
  store.completeTasks([id])
  await settled(store)
  expect(server.rows.completions.size).toBe(1)
  store.stop()
  const again = await open(options)
  expect(counting(again, id)).toEqual(['2026-11-22'])
  await settled(again)
  again.trashTasks([id])
  again.purgeTasks([id])
  expect(again.getSnapshot().completions.size).toBe(0)
  await settled(again)
  expect(again.getSnapshot().completions.size).toBe(0)
})

import type { Task } from '@doable/contracts/task'
import { expect, test } from 'vitest'
import { completionsOfTask } from './completion-selectors.ts'
import type { Store } from './store.ts'
import { creation, settled, world } from './world.testing.ts'

/** A store on a clock that goes on by a second with every look, and three tasks: one below the other two. */
async function start(fields: object = {}) {
  const { open, server } = world()
  let now = Date.parse('2026-06-01T10:00:00.000Z')
  const clock = () => {
    now += 1000
    return new Date(now)
  }
  const store = await open({ clock, timeZone: () => 'UTC' })
  const parent = store.addTask({ title: 'Parent', ...fields })
  const child = store.addTask({ title: 'Child', parentId: parent })
  const other = store.addTask({ title: 'Other', parentId: parent })
  return { store, server, ids: [parent, child, other] as const }
}
const daily = { dueOn: '2026-06-01', repeatRule: 'FREQ=DAILY' }
const task = (store: Store, id: string) => store.getSnapshot().tasks.get(id) as Task
const areDone = (store: Store, ids: readonly string[]) =>
  ids.map((id) => task(store, id).completedAt !== null)
const areTrashed = (store: Store, ids: readonly string[]) =>
  ids.map((id) => task(store, id).trashedAt !== null)
const counting = (store: Store, id: string) =>
  completionsOfTask(store.getSnapshot(), id).map(({ occurrenceOn }) => occurrenceOn)

test('completing what is open below a completed task is undone without opening that', async () => {
  const { store, ids } = await start()
  const [parent] = ids
  store.completeTasks([parent])
  const late = store.addTask({ title: 'Late', parentId: parent })
  store.completeTasks([late])
  store.undo()
  expect(areDone(store, [...ids, late])).toEqual([true, true, true, false])
  store.redo()
  expect(areDone(store, [...ids, late])).toEqual([true, true, true, true])
})

test('reopening a subtask is undone for it and its parents, and not for what was open anyway', async () => {
  const { store, ids } = await start()
  const [parent, child] = ids
  store.completeTasks([parent])
  const late = store.addTask({ title: 'Late', parentId: parent })
  store.reopenTasks([child])
  expect(areDone(store, [...ids, late])).toEqual([false, false, true, false])
  store.undo()
  expect(areDone(store, [...ids, late])).toEqual([true, true, true, false])
})

test('what was restored alone goes back below its parent in the trash, and comes with it again', async () => {
  const { store, ids } = await start()
  const [parent, child] = ids
  store.trashTasks([parent])
  store.restoreTasks([child])
  expect(task(store, child)).toMatchObject({ parentId: null, trashedAt: null })
  store.undo()
  expect(task(store, child)).toMatchObject({ parentId: parent, trashedAt: expect.any(String) })
  store.redo()
  expect(task(store, child)).toMatchObject({ parentId: null, trashedAt: null })
  store.undo()
  store.undo()
  expect(areTrashed(store, ids)).toEqual([false, false, false])
})

test('completing again leaves open what somebody added meanwhile', async () => {
  for (const fields of [{}, daily]) {
    const { store, server, ids } = await start(fields)
    const [parent, child] = ids
    store.completeTasks([child])
    store.completeTasks([parent])
    const done = ids.map((id) => ({ ...task(store, id), completedAt: '', updatedAt: '', version: 0 }))
    store.undo()
    await settled(store)
    const added = creation('Added', undefined, { parentId: parent, dueOn: '2026-06-01' })
    server.do(added)
    await expect.poll(() => store.getSnapshot().tasks.has(added.subjectId)).toBe(true)
    store.redo()
    expect(ids.map((id) => ({ ...task(store, id), completedAt: '', updatedAt: '', version: 0 }))).toEqual(
      done,
    )
    expect(task(store, added.subjectId)).toMatchObject({ completedAt: null, dueOn: '2026-06-01' })
    store.stop()
  }
})

test('taking back a record of what has gone on since is undone, also of what was completed for good', async () => {
  for (const end of [true, false]) {
    const { store, ids } = await start(daily)
    const [parent] = ids
    store.completeTasks([parent])
    if (end) store.endTasks([parent])
    else store.completeTasks([parent])
    const before = ids.map((id) => task(store, id))
    store.uncompleteTask(parent, '2026-06-01')
    expect(counting(store, parent)).not.toContain('2026-06-01')
    store.undo()
    expect(counting(store, parent)).toContain('2026-06-01')
    expect(ids.map((id) => task(store, id))).toEqual(before)
    store.stop()
  }
})

test('taking back an occurrence of a task that was planned anew since is undone', async () => {
  const { store, ids } = await start(daily)
  const [parent] = ids
  store.completeTasks([parent])
  store.updateTask(parent, { dueOn: '2026-06-01' })
  store.uncompleteTask(parent, '2026-06-01')
  expect(task(store, parent)).toMatchObject({ occurrenceOn: '2026-06-01', dueOn: '2026-06-01' })
  store.undo()
  expect(task(store, parent)).toMatchObject({ occurrenceOn: '2026-06-02', dueOn: '2026-06-01' })
  store.undo()
  store.undo()
  expect(task(store, parent)).toMatchObject({ occurrenceOn: '2026-06-01', dueOn: '2026-06-01' })
})

test('more than one operation can name is undone all the same', async () => {
  const { store, ids } = await start()
  const [parent] = ids
  const many = store.addTasks(Array.from({ length: 1200 }, (_, n) => ({ title: `${n}`, parentId: parent })))
  const all = [...ids, ...many]
  store.completeTasks([parent])
  store.undo()
  expect(areDone(store, all)).not.toContain(true)
  store.redo()
  expect(areDone(store, all)).not.toContain(false)
  store.trashTasks([parent])
  store.undo()
  expect(areTrashed(store, all)).not.toContain(true)
  store.redo()
  expect(areTrashed(store, all)).not.toContain(false)
})

test('what undo completed anew opens again with the next occurrence that is done again', async () => {
  const { store, ids } = await start(daily)
  const [parent, child] = ids
  store.completeTasks([parent, child])
  store.skipTasks([parent])
  expect(areDone(store, ids)).toEqual([false, false, false])
  store.undo()
  store.undo()
  store.redo()
  expect(areDone(store, ids)).toEqual([false, true, false])
  store.redo()
  expect(areDone(store, ids)).toEqual([false, false, false])
})

import type { Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { expect, test } from 'vitest'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

async function start() {
  const { open, ...rest } = world()
  return { ...rest, store: await open() }
}
const task = (store: Store, id: string) => store.getSnapshot().tasks.get(id) as Task
/** All that a person could see of the tasks. */
const seen = (store: Store) =>
  [...store.getSnapshot().tasks.values()].map(({ updatedAt: _, version: __, ...rest }) => rest)

test('a new task goes to the trash, and comes back', async () => {
  const { store } = await start()
  const id = store.addTask({ title: 'A' })
  expect(store.undo()).toMatchObject({ type: 'task.create', subjectIds: [id] })
  expect(task(store, id).trashedAt).not.toBeNull()
  expect(store.redo()).toMatchObject({ type: 'task.restore' })
  expect(task(store, id).trashedAt).toBeNull()
  store.undo()
  expect(task(store, id).trashedAt).not.toBeNull()
  expect(store.canUndo).toBe(false)
})

test('a change of many is one step, and each gets its own former values back', async () => {
  const { store } = await start()
  const [a, b] = store.addTasks([
    { title: 'A', dueOn: '2026-01-01', dueTime: '09:00', dueTimeZone: 'Europe/Berlin' },
    { title: 'B', dueOn: '2026-02-02' },
  ]) as [string, string]
  const before = seen(store)
  store.updateTasks([a, b], { dueOn: null, priority: 1 })
  expect(task(store, a)).toMatchObject({ dueOn: null, dueTime: null, dueTimeZone: null, priority: 1 })
  store.undo()
  expect(seen(store)).toEqual(before)
})

test('completing with subtasks is undone for exactly those', async () => {
  const { store } = await start()
  const ids = [newId(), newId(), newId()] as const
  store.addTasks([
    { id: ids[0], title: 'Parent' },
    { id: ids[1], title: 'Done before', parentId: ids[0] },
    { id: ids[2], title: 'Open', parentId: ids[0] },
  ])
  store.completeTasks([ids[1]])
  await new Promise((resolve) => setTimeout(resolve, 5))
  const before = seen(store)
  store.completeTasks([ids[0]])
  expect(ids.map((id) => task(store, id).completedAt !== null)).toEqual([true, true, true])
  store.undo()
  expect(seen(store)).toEqual(before)
  store.redo()
  store.reopenTasks([ids[2]])
  expect(ids.map((id) => task(store, id).completedAt !== null)).toEqual([false, true, false])
  store.undo()
  expect(ids.map((id) => task(store, id).completedAt !== null)).toEqual([true, true, true])
})

test('trashing a selection that holds parent and child is undone for both', async () => {
  const { store } = await start()
  const parentId = store.addTask({ title: 'Parent' })
  const childId = store.addTask({ title: 'Child', parentId })
  const before = seen(store)
  store.trashTasks([childId, parentId])
  expect(store.lastStep?.type).toBe('task.trash')
  store.undo()
  expect(seen(store)).toEqual(before)
})

test('a message undoes its own step, whatever came after it', async () => {
  const { store } = await start()
  const a = store.addTask({ title: 'A' })
  const b = store.addTask({ title: 'B' })
  store.completeTasks([a])
  const step = store.lastStep
  store.completeTasks([b])
  store.undo(step)
  expect([task(store, a).completedAt, task(store, b).completedAt !== null]).toEqual([null, true])
  expect(store.undo(step)).toBeUndefined()
  expect(task(store, b).completedAt).not.toBeNull()
})

test('doing something new ends what could be done again; erasing for good cannot be undone', async () => {
  const { store } = await start()
  const id = store.addTask({ title: 'A' })
  store.updateTask(id, { title: 'B' })
  store.undo()
  store.updateTask(id, { priority: 2 })
  expect(store.redo()).toBeUndefined()
  store.trashTasks([id])
  store.purgeTasks([id])
  expect(task(store, id)).toBeUndefined()
  expect(store.lastStep?.type).toBe('task.trash')
  expect(store.undo()).toMatchObject({ type: 'task.trash' })
  expect(task(store, id)).toBeUndefined()
})

test('keeps a hundred steps, and what changes nothing is none', async () => {
  const { store } = await start()
  const id = store.addTask({ title: '0' })
  for (let n = 1; n <= 105; n++) store.updateTask(id, { title: String(n) })
  store.updateTask(id, { title: '105' })
  store.completeTasks(['00000000-0000-7000-8000-000000000000'])
  let undone = 0
  while (store.undo()) undone++
  expect(undone).toBe(100)
  expect(task(store, id).title).toBe('5')
})

test('lists, sections and labels come back as they were', async () => {
  const { store, server } = await start()
  const listId = store.addList({ name: 'Home', color: 'teal' })
  store.updateList(listId, { archived: true, name: 'House' })
  expect(store.getSnapshot().lists.get(listId)?.archivedAt).not.toBeNull()
  store.undo()
  expect(store.getSnapshot().lists.get(listId)).toMatchObject({ name: 'Home', archivedAt: null })
  const sectionId = store.addSection({ listId, name: 'Garden' })
  store.trashSection(sectionId)
  store.undo()
  expect(store.getSnapshot().sections.get(sectionId)?.trashedAt).toBeNull()
  const labelId = store.addLabel({ name: 'errand' })
  const id = store.addTask({ title: 'Buy milk', labels: ['Errand', 'home'] })
  store.updateLabel(labelId, { name: 'shopping' })
  expect(task(store, id).labels).toEqual(['shopping', 'home'])
  store.undo()
  expect(task(store, id).labels).toEqual(['errand', 'home'])
  await settled(store)
  expect(server.rows.labels.get(labelId)).toMatchObject({ name: 'errand' })
})

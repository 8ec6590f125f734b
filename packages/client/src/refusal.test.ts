import { expect, test, vi } from 'vitest'
import { later } from './server.testing.ts'
import { settled, titles, world } from './world.testing.ts'

test('undoes what the server refused, keeps the rest, and says so until it is dismissed', async () => {
  const { server, open } = world({ tasks: 1 })
  const store = await open()
  await settled(store)
  const id = [...store.getSnapshot().tasks.keys()][0] as string
  const problem = { type: '/problems/forbidden-word', title: 'Forbidden', status: 422 }
  server.refuse = (each) =>
    each.type === 'task.update' && each.fields.title === 'forbidden' ? problem : undefined
  store.updateTask(id, { title: 'forbidden' })
  store.updateTask(id, { priority: 1 })
  expect(store.getSnapshot().tasks.get(id)?.title).toBe('forbidden')
  await settled(store)
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'Task 0', priority: 1 })
  expect(store.getSnapshot().refused).toMatchObject([{ problem, operation: { subjectId: id }, along: [] }])
  store.stop()

  const again = await open()
  expect(again.getSnapshot().refused).toHaveLength(1)
  again.dismissRefused()
  expect(again.getSnapshot().refused).toHaveLength(0)
})

test('lets go with a refused creation of all that hung on it, and tells it once', async () => {
  const { server, open } = world()
  const store = await open()
  await settled(store)
  server.refuse = (each) =>
    'fields' in each && 'title' in each.fields && each.fields.title === 'bad'
      ? { type: 'about:blank', title: 'No', status: 422 }
      : each.type !== 'task.create' && !server.rows.tasks.has(each.subjectId)
        ? { type: '/problems/task-not-found', title: 'Not found', status: 404 }
        : undefined
  let release = () => {}
  server.onRequest = () => new Promise<void>((resolve) => (release = resolve))
  const bad = store.addTask({ title: 'bad' })
  const good = store.addTask({ title: 'good' })
  await vi.waitFor(() => release !== undefined)
  store.updateTask(bad, { notes: 'more' })
  store.completeTasks([bad, good])
  await vi.waitFor(() => {
    release()
    expect(store.getSnapshot().pending).toBe(0)
  })
  server.onRequest = () => {}
  release()
  await settled(store)
  expect(titles(store)).toEqual(['good'])
  const { refused } = store.getSnapshot()
  expect(refused).toHaveLength(1)
  expect(refused[0]?.along.map(({ type }) => type)).toEqual(['task.update', 'task.complete'])
  expect(store.lastStep?.subjectIds).not.toEqual([bad])
})

test('finds the one operation that makes a whole request unreadable', async () => {
  const { server, open } = world()
  const store = await open()
  await settled(store)
  const real = server.transport()
  const ids = Array.from({ length: 20 }, (_, n) => store.addTask({ title: n === 7 ? 'poison' : `Task ${n}` }))
  store.stop()
  const again = await open({
    transport: {
      ...real,
      push: async (operations, signal) => {
        if (JSON.stringify(operations).includes('poison')) throw later({ status: 400 })
        return real.push(operations, signal)
      },
    },
  })
  await settled(again)
  expect(server.rows.tasks.size).toBe(19)
  expect(again.getSnapshot().refused.map((refusal) => refusal.operation.subjectId)).toEqual([ids[7]])
})

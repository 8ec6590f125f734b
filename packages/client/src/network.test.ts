import { expect, test, vi } from 'vitest'
import { later } from './server.testing.ts'
import { creation, settled, titles, world } from './world.testing.ts'

test('keeps what was done without a network over a reload and sends it in order', async () => {
  const { server, open } = world({ tasks: 1 })
  const first = await open()
  await settled(first)
  server.onRequest = () => {
    throw new TypeError('offline')
  }
  const taskId = [...first.getSnapshot().tasks.keys()][0] as string
  first.updateTask(taskId, { title: 'B' })
  first.updateTask(taskId, { title: 'C' })
  const added = first.addTask({ title: 'New' })
  first.completeTasks([added])
  await vi.waitFor(() => expect(first.getSnapshot().status).toBe('offline'))
  first.stop()

  const second = await open()
  expect(titles(second)).toEqual(['C', 'New'])
  expect(second.getSnapshot().pending).toBe(4)
  server.onRequest = () => {}
  window.dispatchEvent(new Event('online'))
  await settled(second)
  expect(server.pushes.flat().map(({ type }) => type)).toEqual([
    'task.update',
    'task.update',
    'task.create',
    'task.complete',
  ])
  expect(server.rows.tasks.get(taskId)?.title).toBe('C')
  expect(server.rows.tasks.get(added)?.completedAt).not.toBeNull()
})

test('sends again what it does not know to have arrived, and it counts once', async () => {
  const { server, open } = world()
  const store = await open()
  await settled(store)
  let lost = 0
  server.onAnswer = (what) => {
    if (what === 'push' && lost++ === 0) throw new TypeError('the line broke')
  }
  store.addTask({ title: 'Once' })
  await settled(store)
  expect(server.pushes).toHaveLength(2)
  expect(server.pushes[0]).toEqual(server.pushes[1])
  expect(titles(store)).toEqual(['Once'])
})

test('sends again after a reload in the middle of a push', async () => {
  const { server, open } = world()
  const first = await open()
  await settled(first)
  server.onAnswer = (what) => (what === 'push' ? new Promise<void>(() => {}) : undefined)
  first.addTask({ title: 'Once' })
  await vi.waitFor(() => expect(server.pushes).toHaveLength(1))
  first.stop()

  server.onAnswer = () => {}
  const second = await open()
  await settled(second)
  expect(titles(second)).toEqual(['Once'])
  expect([...server.rows.tasks.values()]).toHaveLength(1)
})

test('stops at a 401 with the queue kept, and goes on after signing in again', async () => {
  const { server, open } = world()
  const store = await open()
  await settled(store)
  server.onRequest = () => {
    throw later({ status: 401 })
  }
  store.addTask({ title: 'Kept' })
  await vi.waitFor(() => expect(store.getSnapshot().status).toBe('signed-out'))
  expect(store.getSnapshot()).toMatchObject({ pending: 1 })
  server.onRequest = () => {}
  store.resume()
  await settled(store)
  expect(titles(store)).toEqual(['Kept'])
  expect(server.rows.tasks.size).toBe(1)
})

test('waits as long as the server asks for, however often it is woken', async () => {
  const { server, open } = world()
  const store = await open()
  await settled(store)
  vi.useFakeTimers()
  try {
    let tries = 0
    server.onRequest = () => {
      tries++
      throw later({ status: 503, retryAfter: 120 })
    }
    store.addTask({ title: 'Patient' })
    await vi.waitFor(() => expect(tries).toBe(1))
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(119_000)
    expect(tries).toBe(1)
    server.onRequest = () => {}
    await vi.advanceTimersByTimeAsync(2000)
  } finally {
    vi.useRealTimers()
  }
  await settled(store)
  expect(server.rows.tasks.size).toBe(1)
})

test('does not give up what a proxy refuses in the place of the server', async () => {
  const { server, open } = world()
  const store = await open()
  await settled(store)
  let answers = 0
  server.onRequest = (what) => {
    if (what === 'push' && answers++ < 2)
      throw later({ status: [400, 404][answers - 1] ?? 0, explained: false })
  }
  store.addTask({ title: 'Kept' })
  await settled(store)
  expect(answers).toBeGreaterThan(2)
  expect(store.getSnapshot().refused).toEqual([])
  expect(server.rows.tasks.size).toBe(1)
})

test('reads all again from a server that was restored, and keeps its queue', async () => {
  const { server, open } = world({ tasks: 2 })
  const backup = structuredClone(server.rows)
  const store = await open()
  await settled(store)
  server.do(creation('After the backup'))
  await vi.waitFor(() => expect(titles(store)).toHaveLength(3))
  server.pageSize = 1
  server.onRequest = () => {
    throw new TypeError('down')
  }
  store.addTask({ title: 'Queued' })
  await vi.waitFor(() => expect(store.getSnapshot().status).toBe('offline'))
  server.restore(backup)
  server.onRequest = () => {}
  window.dispatchEvent(new Event('online'))
  await settled(store)
  expect(titles(store)).toEqual(['Queued', 'Task 0', 'Task 1'])
  store.stop()
  const again = await open()
  expect(titles(again)).toEqual(['Queued', 'Task 0', 'Task 1'])
})

test('does not lose order or work when the clock goes back', async () => {
  const { server, open } = world()
  let hours = 0
  const store = await open({ clock: () => new Date(Date.UTC(2026, 5, 1, -hours++)) })
  await settled(store)
  const id = store.addTask({ title: 'A' })
  store.updateTask(id, { title: 'B' })
  store.updateTask(id, { title: 'C' })
  await settled(store)
  expect(server.rows.tasks.get(id)?.title).toBe('C')
})

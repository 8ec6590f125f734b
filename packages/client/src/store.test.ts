import { afterEach, expect, test, vi } from 'vitest'
import { later } from './server.testing.ts'
import { creation, operation, settled, titles, world } from './world.testing.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})
function start(options?: Parameters<typeof world>[0]) {
  const made = world(options)
  ends.push(made.end)
  return made
}

test('shows a new task at once, sends it and takes what the server made of it', async () => {
  const { server, open } = start()
  const store = await open()
  const id = store.addTask({ title: 'Water the plants' })
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'Water the plants', version: 0 })
  expect(store.getSnapshot().pending).toBe(1)
  await settled(store)
  expect(server.rows.tasks.get(id)).toMatchObject({ title: 'Water the plants' })
  expect(store.getSnapshot().tasks.get(id)?.version).toBeGreaterThan(0)
})

test('has the Inbox before the server has said a word', async () => {
  const { personId, server, open } = start()
  server.onRequest = () => new Promise(() => {})
  const store = await open()
  expect(store.getSnapshot().lists.get(personId)).toMatchObject({ isInbox: true, role: 'owner' })
})

test('keeps what was done without a network over a reload and sends it in order', async () => {
  const { server, open } = start({ tasks: 1 })
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
  const { server, open } = start()
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
  const { server, open } = start()
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

test('undoes what the server refused, keeps the rest, and says so until it is dismissed', async () => {
  const { server, open } = start({ tasks: 1 })
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
  const { server, open } = start()
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

test('converges when two people change two fields of one task', async () => {
  const { server, open } = start({ tasks: 1 })
  const mine = await open()
  const theirs = await open({ name: 'another browser' })
  await Promise.all([settled(mine), settled(theirs)])
  const id = [...mine.getSnapshot().tasks.keys()][0] as string
  mine.updateTask(id, { title: 'Mine' })
  theirs.updateTask(id, { dueOn: '2026-07-01' })
  await Promise.all([settled(mine), settled(theirs)])
  server.say('changed', { lists: [], own: false })
  await vi.waitFor(() => {
    for (const store of [mine, theirs]) {
      expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'Mine', dueOn: '2026-07-01' })
    }
  })
})

test('stops at a 401 with the queue kept, and goes on after signing in again', async () => {
  const { server, open } = start()
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
  const { server, open } = start()
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
  const { server, open } = start()
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

test('finds the one operation that makes a whole request unreadable', async () => {
  const { server, open } = start()
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

test('reads all again from a server that was restored, and keeps its queue', async () => {
  const { server, open } = start({ tasks: 2 })
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
  const { server, open } = start()
  let hours = 0
  const store = await open({ clock: () => new Date(Date.UTC(2026, 5, 1, -hours++)) })
  await settled(store)
  const id = store.addTask({ title: 'A' })
  store.updateTask(id, { title: 'B' })
  store.updateTask(id, { title: 'C' })
  await settled(store)
  expect(server.rows.tasks.get(id)?.title).toBe('C')
})

test('forgets the tasks of a list that the person lost', async () => {
  const { open, server } = start()
  const store = await open()
  await settled(store)
  const listId = store.addList({ name: 'Shared' })
  store.addTask({ title: 'In it', listId })
  store.addTask({ title: 'In the Inbox' })
  await settled(store)
  const real = server.transport()
  store.stop()
  const again = await open({
    transport: {
      ...real,
      pull: async (cursor, signal) => ({ ...(await real.pull(cursor, signal)), goneLists: [listId] }),
    },
  })
  await vi.waitFor(() => expect(again.getSnapshot().lists.has(listId)).toBe(false))
  expect(titles(again)).toEqual(['In the Inbox'])
})

test('tells who listens what the live channel says, and looks at the server', async () => {
  const { open, server } = start()
  const store = await open()
  await settled(store)
  const heard = vi.fn()
  store.listen('notified', heard)
  const message = { unread: 3, notification: {} as never }
  server.say('notified', message)
  expect(heard).toHaveBeenCalledExactlyOnceWith(message)
  server.do(
    operation({
      type: 'label.create',
      subjectId: crypto.randomUUID(),
      fields: { name: 'errand', color: 'red' },
    }),
  )
  await vi.waitFor(() => expect([...store.getSnapshot().labels.values()]).toMatchObject([{ name: 'errand' }]))
})

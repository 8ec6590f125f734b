import { expect, test, vi } from 'vitest'
import { operation, settled, titles, world } from './world.testing.ts'

test('shows a new task at once, sends it and takes what the server made of it', async () => {
  const { server, open } = world()
  const store = await open()
  const id = store.addTask({ title: 'Water the plants' })
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'Water the plants', version: 0 })
  expect(store.getSnapshot().pending).toBe(1)
  await settled(store)
  expect(server.rows.tasks.get(id)).toMatchObject({ title: 'Water the plants' })
  expect(store.getSnapshot().tasks.get(id)?.version).toBeGreaterThan(0)
})

test('makes whole characters of text that was cut within one, which the server would refuse for good', async () => {
  const { server, open } = world()
  const store = await open()
  const id = store.addTask({ title: '🎉'.slice(0, 1), notes: 'x\udf89', labels: ['a\ud83c'] })
  const { title, notes, labels } = store.getSnapshot().tasks.get(id) ?? {}
  expect([title, notes, labels]).toEqual(['\ufffd', 'x\ufffd', ['a\ufffd']])
  await settled(store)
  expect(server.rows.tasks.get(id)).toMatchObject({ title: '\ufffd' })
})

test('has the Inbox before the server has said a word', async () => {
  const { personId, server, open } = world()
  server.onRequest = () => new Promise(() => {})
  const store = await open()
  expect(store.getSnapshot().lists.get(personId)).toMatchObject({ isInbox: true, role: 'owner' })
})

test('converges when two people change two fields of one task', async () => {
  const { server, open } = world({ tasks: 1 })
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

test('forgets the tasks of a list that the person lost', async () => {
  const { open, server } = world()
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
  const { open, server } = world()
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

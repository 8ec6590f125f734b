import { deleteDB, openDB } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { Disk, format } from './disk.ts'
import { later } from './server.testing.ts'
import { creation, settled, titles, world } from './world.testing.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('two people on one browser share nothing', async () => {
  const [one, two] = [world({ tasks: 1 }), world({ tasks: 2 })]
  const [first, second] = [await one.open(), await two.open()]
  await Promise.all([settled(first), settled(second)])
  first.stop()
  second.stop()
  const again = await two.open()
  expect(titles(again)).toEqual(['Task 0', 'Task 1'])
})

test('without a database it says so, and edits still reach the server', async () => {
  const { server, open } = world({ tasks: 1 })
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied permission', 'SecurityError')
  })
  const store = await open()
  expect(store.getSnapshot().storage).toBe('failed')
  store.addTask({ title: 'In memory' })
  await settled(store)
  expect(titles(store)).toEqual(['In memory', 'Task 0'])
  expect(server.rows.tasks.size).toBe(2)
})

test('a full disk is told, edits reach the server, and all is written once there is room', async () => {
  const { server, open } = world({ tasks: 1 })
  const store = await open()
  await settled(store)
  const full = () => {
    throw new DOMException('No room', 'QuotaExceededError')
  }
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
  store.addTask({ title: 'No room' })
  await vi.waitFor(() => expect(store.getSnapshot().storage).toBe('failed'))
  await settled(store)
  expect(server.rows.tasks.size).toBe(2)
  vi.restoreAllMocks()
  store.addTask({ title: 'Room again' })
  await settled(store)
  await vi.waitFor(() => expect(store.getSnapshot().storage).toBe('ok'))
  store.stop()
  server.onRequest = () => {
    throw later({ status: 503 })
  }
  const again = await open()
  expect(titles(again)).toEqual(['No room', 'Room again', 'Task 0'])
})

test('an image of an older form is fetched anew, and its outbox is sent', async () => {
  const { server, open, personId } = world({ tasks: 1 })
  const name = `doable-${personId}`
  const old = await openDB(name, 1, {
    upgrade(db) {
      for (const store of ['tasks', 'records', 'meta']) db.createObjectStore(store)
      db.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id')
    },
  })
  await old.put('tasks', [{ id: 'of an older form' }], 0)
  await old.put('meta', { cursor: '1:1', commit: 4, lastSyncedAt: null, refused: [] }, 'meta')
  await old.add('outbox', creation('Queued by older code'))
  old.close()
  const upgraded = await Disk.open(name, format + 1)
  const image = await upgraded.load()
  upgraded.close()
  expect(image.rows.tasks.size).toBe(0)
  expect(image.meta.cursor).toBeUndefined()
  expect(image.queue).toMatchObject([{ operation: { fields: { title: 'Queued by older code' } } }])

  const store = await open()
  expect(store.getSnapshot().storage).toBe('failed')
  await settled(store)
  expect(titles(store)).toEqual(['Task 0'])
  store.stop()
  await deleteDB(name)
  expect(server.rows.tasks.size).toBe(1)
})

test('a tab that led before it was frozen does not write over what was written since', async () => {
  const { personId } = world()
  const disk = await Disk.open(`doable-${personId}`)
  const writing = (commit: number) => ({
    buckets: { tasks: new Map(), completions: new Map(), comments: new Map() },
    records: new Map([['lists' as const, [{ id: personId, version: commit }]]]),
    done: [],
    meta: { commit, cursor: String(commit), lastSyncedAt: null, refused: [] },
  })
  expect(await disk.write(writing(2), true)).toBe(true)
  expect(await disk.write(writing(2), true)).toBe(false)
  expect(await disk.write(writing(1), true)).toBe(false)
  const { rows, meta } = await disk.load()
  expect([rows.lists.get(personId)?.version, meta.cursor]).toEqual([2, '2'])
  disk.close()
})

test('a reload in the middle of reading everything begins again and leaves nothing behind', async () => {
  const { server, open } = world({ tasks: 4 })
  const first = await open()
  await settled(first)
  first.stop()
  const kept = [...server.rows.tasks.keys()].slice(0, 2)
  for (const id of server.rows.tasks.keys()) if (!kept.includes(id)) server.rows.tasks.delete(id)
  server.restore(server.rows)
  server.pageSize = 1
  server.onRequest = () => {
    if (server.pulls === 4) throw new TypeError('offline')
  }
  const second = await open()
  await vi.waitFor(() => expect(second.getSnapshot().status).toBe('offline'))
  second.stop()
  server.onRequest = () => {}
  const third = await open()
  await vi.waitFor(() => expect(third.getSnapshot().tasks.size).toBe(2))
  await settled(third)
  expect([...third.getSnapshot().tasks.keys()].sort()).toEqual(kept.sort())
})

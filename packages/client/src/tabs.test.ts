import { deleteDB, openDB } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { Disk } from './disk.ts'
import { later } from './server.testing.ts'
import { creation, settled, titles, world } from './world.testing.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.restoreAllMocks()
})
function start(options?: Parameters<typeof world>[0]) {
  const made = world(options)
  ends.push(made.end)
  return made
}

test('one tab speaks to the server, and both show the same', async () => {
  const { server, open } = start({ tasks: 1 })
  const [leader, other] = [await open(), await open()]
  await Promise.all([settled(leader), settled(other)])
  expect(server.ears).toBe(1)
  const id = other.addTask({ title: 'From the other tab' })
  expect(leader.getSnapshot().tasks.has(id)).toBe(false)
  await vi.waitFor(() => expect(server.rows.tasks.has(id)).toBe(true))
  await Promise.all([settled(leader), settled(other)])
  expect(leader.getSnapshot().tasks.get(id)).toEqual(other.getSnapshot().tasks.get(id))
  leader.completeTasks([id])
  await vi.waitFor(() => expect(other.getSnapshot().tasks.get(id)?.completedAt).not.toBeNull())
})

test('another tab takes over when the leading one closes, without losing what it had queued', async () => {
  const { server, open } = start({ tasks: 1 })
  const [leader, other] = [await open(), await open()]
  await Promise.all([settled(leader), settled(other)])
  server.onRequest = () => {
    throw new TypeError('offline')
  }
  leader.addTask({ title: 'Queued by the leader' })
  other.addTask({ title: 'Queued by the other' })
  await vi.waitFor(() => expect(other.getSnapshot()).toMatchObject({ pending: 2, status: 'offline' }))
  leader.stop()
  server.onRequest = () => {}
  await settled(other)
  expect(server.ears).toBe(1)
  expect(titles(other)).toEqual(['Queued by the leader', 'Queued by the other', 'Task 0'])
  expect(server.rows.tasks.size).toBe(3)
})

test('the leading tab sends what a tab queued that died before it could say so', async () => {
  const { server, open, personId } = start()
  const leader = await open()
  await settled(leader)
  const db = await openDB(`doable-${personId}`)
  await db.add('outbox', creation('Left behind'))
  db.close()
  leader.addTask({ title: 'The next thing' })
  await settled(leader)
  expect([...server.rows.tasks.values()].map(({ title }) => title).sort()).toEqual([
    'Left behind',
    'The next thing',
  ])
})

test('a refusal shows in every tab, and so does its dismissal', async () => {
  const { server, open } = start()
  const [leader, other] = [await open(), await open()]
  await Promise.all([settled(leader), settled(other)])
  server.refuse = () => ({ type: 'about:blank', title: 'No', status: 403 })
  other.addTask({ title: 'Refused' })
  expect(other.lastStep).toBeDefined()
  await vi.waitFor(() => {
    for (const store of [leader, other]) expect(store.getSnapshot().refused).toHaveLength(1)
  })
  expect(titles(other)).toEqual([])
  expect(other.lastStep).toBeUndefined()
  other.dismissRefused()
  await vi.waitFor(() => expect(leader.getSnapshot().refused).toEqual([]))
})

test('signing out erases the data and empties the other tabs', async () => {
  const { open, personId, server } = start({ tasks: 2 })
  const [leader, other] = [await open(), await open()]
  await Promise.all([settled(leader), settled(other)])
  await leader.wipe()
  await vi.waitFor(() => expect(other.getSnapshot()).toMatchObject({ status: 'signed-out', pending: 0 }))
  expect(titles(other)).toEqual([])
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`doable-${personId}`)
  expect(server.ears).toBe(0)
})

test('two people on one browser share nothing', async () => {
  const [one, two] = [start({ tasks: 1 }), start({ tasks: 2 })]
  const [first, second] = [await one.open(), await two.open()]
  await Promise.all([settled(first), settled(second)])
  first.stop()
  second.stop()
  const again = await two.open()
  expect(titles(again)).toEqual(['Task 0', 'Task 1'])
})

test('without a database it says so, and edits still reach the server', async () => {
  const { server, open } = start({ tasks: 1 })
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
  const { server, open } = start({ tasks: 1 })
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
  const { server, open, personId } = start({ tasks: 1 })
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
  const upgraded = await Disk.open(name, 2)
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
  const { personId } = start()
  const disk = await Disk.open(`doable-${personId}`)
  const writing = (commit: number) => ({
    tasks: new Map(),
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

test('a tab that comes up while everything is being read has everything in the end', async () => {
  const { server, open } = start({ tasks: 6 })
  server.pageSize = 2
  let release = () => {}
  server.onRequest = async () => {
    if (server.pulls === 2) await new Promise<void>((resolve) => (release = resolve))
  }
  const leader = await open()
  await vi.waitFor(() => expect(leader.getSnapshot().tasks.size).toBeGreaterThan(1))
  const other = await open()
  expect(other.getSnapshot()).toMatchObject({ loaded: false })
  await vi.waitFor(() => {
    release()
    expect(other.getSnapshot().loaded).toBe(true)
  })
  await vi.waitFor(() => expect(titles(other)).toEqual(titles(leader)))
  expect(titles(other)).toHaveLength(6)
})

test('a reload in the middle of reading everything begins again and leaves nothing behind', async () => {
  const { server, open } = start({ tasks: 4 })
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

test('without Web Locks each tab speaks for itself and keeps its outbox', async () => {
  const { server, open } = start({ tasks: 1 })
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never)
  const [one, other] = [await open(), await open()]
  await Promise.all([settled(one), settled(other)])
  expect(server.ears).toBe(2)
  const id = one.addTask({ title: 'Once' })
  await Promise.all([settled(one), settled(other)])
  await vi.waitFor(() => expect(other.getSnapshot().tasks.has(id)).toBe(true))
  expect(server.rows.tasks.size).toBe(2)
})

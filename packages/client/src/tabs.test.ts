import { openDB } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { creation, settled, titles, world } from './world.testing.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('one tab speaks to the server, and both show the same', async () => {
  const { server, open } = world({ tasks: 1 })
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
  const { server, open } = world({ tasks: 1 })
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
  const { server, open, personId } = world()
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
  const { server, open } = world()
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
  const { open, personId, server } = world({ tasks: 2 })
  const [leader, other] = [await open(), await open()]
  await Promise.all([settled(leader), settled(other)])
  await leader.wipe()
  await vi.waitFor(() => expect(other.getSnapshot()).toMatchObject({ status: 'signed-out', pending: 0 }))
  expect(titles(other)).toEqual([])
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`doable-${personId}`)
  expect(server.ears).toBe(0)
})

test('a tab that comes up while everything is being read has everything in the end', async () => {
  const { server, open } = world({ tasks: 6 })
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

test('without Web Locks each tab speaks for itself and keeps its outbox', async () => {
  const { server, open } = world({ tasks: 1 })
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never)
  const [one, other] = [await open(), await open()]
  await Promise.all([settled(one), settled(other)])
  expect(server.ears).toBe(2)
  const id = one.addTask({ title: 'Once' })
  await Promise.all([settled(one), settled(other)])
  await vi.waitFor(() => expect(other.getSnapshot().tasks.has(id)).toBe(true))
  expect(server.rows.tasks.size).toBe(2)
})

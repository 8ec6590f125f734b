import type { Pulled } from '@doable/contracts/sync'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { beginHistory, ensureHistory, HistoryRow } from './history.ts'
import { ListRow, MemberRow } from './list.ts'
import { writeSeen } from './pull-cursor.ts'
import { TaskRow } from './task.ts'

const house: House = await openHouse()
let ada: Person
beforeEach(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

/** Rows of a list, a version each unless all share one. */
async function fill(listId: string, many: number, version?: number) {
  const now = house.clock.now()
  const rows = Array.from({ length: many }, (_, n) => ({
    ...{ id: newId(), listId, title: `t${n}`, titleKey: `t${n}`, notes: '', priority: 4, position: 'a1' },
    ...{ sectionId: null, parentId: null, startOn: null, dueOn: null, dueTime: null, dueTimeZone: null },
    ...{ deadlineOn: null, durationMinutes: null, completedAt: null, completedBy: null, trashedAt: null },
    ...{ createdBy: ada.id, createdAt: now, updatedAt: now, version: version ?? n + 2 },
  }))
  for (let at = 0; at < many; at += 500) await TaskRow.bulkCreate(rows.slice(at, at + 500))
  await ListRow.update({ version: version ?? many + 1 }, { where: { id: listId } })
}
async function walk(cursor?: string) {
  const pages: Pulled[] = []
  for (;;) {
    const page = await ada.pull(pages.at(-1)?.cursor ?? cursor)
    pages.push(page)
    if (!page.more) return pages
  }
}

test('without a cursor everything comes, then only what changed', async () => {
  const list = await ada.list()
  const task = await ada.task({ listId: list.id, labels: ['home'] })
  const trashed = await ada.task()
  await ada.ok('DELETE', `/api/tasks/${trashed.id}`)
  const all = await ada.pull()
  expect(ids(all.lists)).toEqual([ada.id, list.id].sort())
  expect(ids(all.tasks)).toEqual([task.id, trashed.id].sort())
  expect(all.labels).toMatchObject([{ name: 'home' }])
  const nothing = {
    lists: [],
    sections: [],
    labels: [],
    filters: [],
    views: [],
    tasks: [],
    goneTasks: [],
    goneLists: [],
    completions: [],
    comments: [],
    more: false,
  }
  expect(await ada.pull(all.cursor)).toEqual({ ...nothing, cursor: all.cursor })
  await ada.ok('POST', `/api/tasks/${task.id}/complete`)
  const next = await ada.pull(all.cursor)
  expect([ids(next.lists), ids(next.tasks)]).toEqual([[list.id], [task.id]])
  const { items } = await ada.ok<{ items: { id: string }[] }>('GET', '/api/labels')
  await ada.ok('PATCH', `/api/labels/${items[0]?.id}`, { color: 'red' })
  expect(await ada.pull(next.cursor)).toMatchObject({ labels: [{ color: 'red' }], lists: [], tasks: [] })
})

test('much comes in pages, each row once, the lists before their tasks', async () => {
  const lists = [ada.id, (await ada.list()).id, (await ada.list()).id]
  for (const id of lists) await fill(id, 1500)
  const quiet = await ada.list()
  const pages = await walk()
  expect(pages.length).toBe(3)
  const tasks = pages.flatMap((page) => page.tasks)
  expect([tasks.length, new Set(ids(tasks)).size]).toEqual([4500, 4500])
  for (const [at, page] of pages.entries()) {
    const known = new Set(pages.slice(0, at + 1).flatMap((each) => ids(each.lists)))
    expect(page.tasks.every(({ listId }) => known.has(listId))).toBe(true)
  }
  expect(new Set(pages.flatMap((page) => ids(page.lists)))).toEqual(new Set([...lists, quiet.id]))
  expect((await ada.pull(pages.at(-1)?.cursor)).tasks).toEqual([])
})

test('one change of more rows than a page comes whole', async () => {
  await fill(ada.id, 2600, 7)
  const pages = await walk()
  expect(pages.map(({ tasks }) => tasks.length)).toEqual([2600])
  const list = await ada.list()
  await fill(list.id, 2100, 9)
  const more = await walk(pages[0]?.cursor)
  expect(more.flatMap(({ tasks }) => tasks)).toHaveLength(2100)
})

test('a cursor ahead of the database, as after a restored backup, gets the list anew', async () => {
  const task = await ada.task()
  const { cursor } = await ada.pull()
  const { db, dialect } = house.platform
  await dialect.increment(db, 'Lists', 'version', ada.id, { by: -1 })
  expect(ids((await ada.pull(cursor)).tasks)).toEqual([task.id])
})

test('a database restored from a backup refuses the cursors of the time it has forgotten, and only those', async () => {
  const { cursor } = await ada.pull()
  await ensureHistory(house.platform)
  expect(await ada.pull(cursor)).toMatchObject({ lists: [] })
  await HistoryRow.update({ origin: 'the file it was in before' }, { where: {} })
  await ensureHistory(house.platform)
  expect(await ada.refusal('GET', `/api/sync/pull?cursor=${cursor}`)).toEqual([400, 'bad-cursor'])
  expect(ids((await ada.pull()).lists)).toEqual([ada.id])
})

test('a backup that is restored where it was made ends the cursors all the same', async () => {
  const { cursor } = await ada.pull()
  house.clock.advance(1000)
  await beginHistory({ ...house.platform, late: false })
  expect(await ada.refusal('GET', `/api/sync/pull?cursor=${cursor}`)).toEqual([400, 'bad-cursor'])
})

test('a cursor for 500 lists stays under 16 kB and works', async () => {
  const now = house.clock.now()
  const common = { ownerId: ada.id, name: 'L', color: 'red', isInbox: false, createdAt: now, updatedAt: now }
  const rows = Array.from({ length: 499 }, () => ({ ...common, id: newId(), version: 2 ** 31 - 1 }))
  await ListRow.bulkCreate(rows.map((row) => ({ ...row, archivedAt: null, trashedAt: null })))
  const member = { personId: ada.id, role: 'owner' as const, position: 'a1', createdAt: now }
  await MemberRow.bulkCreate(rows.map(({ id }) => ({ ...member, listId: id })))
  const { cursor, lists } = await ada.pull()
  expect(lists).toHaveLength(500)
  expect(cursor.length).toBeLessThan(14_000)
  expect(await ada.pull(cursor)).toMatchObject({ lists: [], more: false })
  expect(await ada.refusal('POST', '/api/lists', { name: 'x' })).toEqual([409, 'too-many-lists'])
})

test('a cursor that is damaged or somebody else’s is refused', async () => {
  const { cursor } = await ada.pull()
  const bob = await house.person()
  const pull = (text: string, who = ada) => who.refusal('GET', `/api/sync/pull?cursor=${text}`)
  const flipped = `${cursor.slice(0, 30)}${cursor[30] === 'A' ? 'B' : 'A'}${cursor.slice(31)}`
  for (const bad of ['x', 'AAAA', cursor.slice(1), cursor.slice(0, -4), flipped, `${cursor}AAAA`])
    expect([bad, await pull(bad)]).toEqual([bad, [400, 'bad-cursor']])
  expect(await pull(cursor, bob)).toEqual([400, 'bad-cursor'])
})

test('a cursor that names lists of strangers tells nothing of them', async () => {
  const bob = await house.person()
  const secret = await bob.list()
  await bob.task({ listId: secret.id })
  const { id: history } = (await HistoryRow.findOne({ order: [['id', 'DESC']] })) as HistoryRow
  const forged = writeSeen(ada.id, {
    history,
    own: 0,
    lists: new Map([
      [secret.id, 0],
      [ada.id, 0],
    ]),
  })
  const answer = await ada.pull(forged)
  expect(answer).toMatchObject({ tasks: [], goneLists: [secret.id] })
  expect(ids(answer.lists)).toEqual([ada.id])
})

test('a section comes and goes with its list', async () => {
  const { cursor } = await ada.pull()
  const [list, section] = [newId(), newId()]
  await ada.push([
    operation('list.create', list, { fields: { name: 'W', color: 'red' } }),
    operation('section.create', section, { fields: { listId: list, name: 'S' } }),
    operation('section.trash', section, {}),
  ])
  const { sections } = await ada.pull(cursor)
  expect(sections).toMatchObject([{ id: section, listId: list, trashedAt: '2026-11-22T12:00:00.000Z' }])
})

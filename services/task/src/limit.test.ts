import { newId } from '@doable/domain/ids'
import { pieces } from '@doable/service-kit/pieces'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { LabelRow } from './label.ts'
import { ListRow, MemberRow } from './list.ts'
import { mostShared } from './member-verbs.ts'
import { mostNotes, mostTasks } from './place.ts'
import { SectionRow } from './section.ts'
import { mostSections } from './section-verbs.ts'
import { TaskRow } from './task.ts'
import { mostLabels } from './task-labels.ts'

const house: House = await openHouse()
let ada: Person
let listId: string
beforeAll(async () => {
  ada = await house.person()
  listId = (await ada.list()).id
})
afterAll(() => house.stop())
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
const stamps = { createdAt: new Date(0), updatedAt: new Date(0), trashedAt: null, version: 1, position: 'i1' }

test(`a list has ${mostSections} sections at most`, async () => {
  await SectionRow.bulkCreate(many(mostSections, () => ({ id: newId(), listId, name: 'S', ...stamps })))
  const one = { listId, name: 'one more' }
  expect(await ada.refusal('POST', '/api/sections', one)).toEqual([409, 'too-many-sections'])
})

test(`a person has ${mostLabels} labels at most; more words can still be used`, async () => {
  const label = (n: number) => ({
    id: newId(),
    ownerId: ada.id,
    name: `l${n}`,
    folded: `l${n}`,
    color: 'red',
  })
  for (const some of pieces(many(mostLabels, label)))
    await LabelRow.bulkCreate(some.map((row) => ({ ...row, ...stamps })))
  expect(await ada.refusal('POST', '/api/labels', { name: 'x' })).toEqual([409, 'too-many-labels'])
  expect((await ada.task({ labels: ['x', 'l7'] })).labels).toEqual(['x', 'l7'])
})

test(`a list holds ${mostTasks} tasks at most, made there or moved there`, async () => {
  await ada.task({ listId })
  const { db, dialect } = house.platform
  const same = 'listId, title, titleKey, notes, priority, position, createdBy, createdAt, updatedAt, version'
  const twice = `INSERT INTO Tasks (id, ${same}) SELECT CONCAT(SUBSTRING(id, 2, 36), $mark), ${same}
    FROM Tasks WHERE listId = $listId ORDER BY id ${dialect.first('$rows')}`
  for (let many = 1, step = 0; many < mostTasks; step++) {
    const rows = Math.min(many, mostTasks - many)
    await db.query(twice, { bind: { listId, rows, mark: String.fromCharCode(65 + step) } })
    many += rows
  }
  expect(await TaskRow.count({ where: { listId } })).toBe(mostTasks)
  const elsewhere = await ada.task()
  const full = [409, 'list-full']
  expect(await ada.refusal('POST', '/api/tasks', { title: 'x', listId })).toEqual(full)
  expect(await ada.refusal('PATCH', `/api/tasks/${elsewhere.id}`, { listId })).toEqual(full)
})

test('the notes of a list are bounded together, written there or moved there; short ones always fit', async () => {
  const list = (await ada.list()).id
  const mine = { listId: list, notes: 'n'.repeat(50_000) }
  const { id } = await ada.task(mine)
  const elsewhere = await ada.task({ notes: mine.notes })
  const heavy = 'n'.repeat(mostNotes - 99_999)
  await TaskRow.update({ notes: heavy }, { where: { id } })
  const last = await ada.task(mine)
  const full = [409, 'list-full']
  expect(await ada.refusal('POST', '/api/tasks', { title: 'x', ...mine })).toEqual(full)
  expect(await ada.refusal('PATCH', `/api/tasks/${elsewhere.id}`, { listId: list })).toEqual(full)
  const short = await ada.task({ listId: list, notes: 'short' })
  expect(await ada.refusal('PATCH', `/api/tasks/${short.id}`, { notes: mine.notes })).toEqual(full)
  expect(await ada.status('PATCH', `/api/tasks/${last.id}`, { notes: 'n'.repeat(2000) })).toBe(200)
})

test('what does not fit the answer is left for the next push', async () => {
  const list = (await ada.list()).id
  const roots = await Promise.all([ada.task({ listId: list }), ada.task({ listId: list })])
  for (const root of roots)
    await TaskRow.bulkCreate(
      Array.from({ length: 1500 }, (_, n) => ({
        ...{ id: newId(), listId: list, parentId: root.id, title: `t${n}`, titleKey: `t${n}`, notes: '' },
        ...{
          priority: 4,
          position: 'a1',
          createdBy: ada.id,
          createdAt: new Date(0),
          updatedAt: new Date(0),
          version: 1,
        },
      })) as TaskRow[],
    )
  const operations = [...roots, ...roots].map(({ id }, n) =>
    operation(n < 2 ? 'task.complete' : 'task.reopen', id, {}),
  )
  const first = await ada.push(operations)
  expect(first.results.map(({ status }) => status)).toEqual(['applied', 'applied'])
  const second = await ada.push(operations.slice(2))
  expect(second.results).toHaveLength(2)
  expect(second.changes.tasks).toHaveLength(3002)
})

test(`somebody can be in ${mostShared} lists of others at most, and still make their own`, async () => {
  const [bob, eve] = [await house.person(), await house.person()]
  const filling = many(mostShared, () => ({ listId: newId(), personId: bob.id, role: 'viewer' as const }))
  await ListRow.bulkCreate(
    filling.map(({ listId: id }) => ({
      ...{ id, ownerId: eve.id, name: 'Spam', color: 'red', isInbox: false, archivedAt: null },
      ...stamps,
    })),
  )
  await MemberRow.bulkCreate(filling.map((row) => ({ ...row, ...stamps })))
  const { id } = await eve.list()
  const invitation = { email: bob.email, role: 'viewer' }
  expect(await eve.refusal('POST', `/api/lists/${id}/members`, invitation)).toEqual([409, 'too-many-lists'])
  expect((await bob.list()).ownerId).toBe(bob.id)
})
